// What cannot both hold, side by side.

// A conflict is named by its first statement and which of that one's conflicts it is: "statement/0a1b.0".
function conflictKey(number) {
  const [first] = data.conflicts[number][1];
  return `${statements[first].iri}.${disputes[first].indexOf(number)}`;
}

// The number of the conflict that has a name, undefined where there is none.
function conflictBy(key) {
  const dot = key.lastIndexOf(".");
  const first = statementBy.get(key.slice(0, dot));
  return first === undefined ? undefined : disputes[first][Number(key.slice(dot + 1))];
}

function makeConflicts(dialog) {
  const sides = (members) => {
    const contents = new Map();
    for (const one of members.map((member) => statements[member])) {
      const side = `${one.content} ${one.tone === "denied"}`;
      contents.set(side, [...(contents.get(side) || []), one]);
    }
    return [...contents.values()];
  };
  dialog.addEventListener("close", () => { if (state.versus) change({ versus: "" }); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  return () => {
    const number = conflictBy(state.versus);
    if (number === undefined) return dialog.close();
    const [why, members] = data.conflicts[number];
    dialog.replaceChildren(
      element("header", "", [element("h2", "", `In conflict: ${why}`, { id: "versus-title" }), button("close", "×", () => dialog.close(), { "aria-label": "Close" })]),
      markKey(),
      element("div", "sides", sides(members).map((side) => element("section", "", [
        element("h3", "", [side[0].tone === "denied" ? "denied: " : "", nodes[side[0].content].label].join("")),
        ...side.map((one) => statementCard(one)),
      ]))),
    );
    if (!dialog.open) dialog.showModal();
  };
}
