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

// The statements of a conflict by the sides that they take.
function sidesOf(number) {
  const sides = new Map();
  for (const one of data.conflicts[number][1].map((member) => statements[member])) {
    const side = `${one.content} ${one.tone === "denied"}`;
    sides.set(side, [...(sides.get(side) || []), one]);
  }
  return [...sides.values()];
}

function voices(those) {
  return [...new Set(those.map((one) => (one.own ? outlet(one) : nodes[one.speaker].label)))].join(", ");
}

// Who stands against a statement in a conflict.
function against(number, one) {
  return voices(sidesOf(number).filter((side) => !side.includes(one)).flat());
}

// A conflict in a line: "the town is lost (2025-05-12) / denied by Dorun Hale (2025-05-17)".
function inShort(number) {
  return sidesOf(number).map((side) => {
    const told = side[0].tone === "denied" ? `denied by ${voices(side)}` : nodes[side[0].content].label;
    const on = [...new Set(side.map((one) => one.day).filter(Boolean))].sort();
    return on.length ? `${told} (${on.join(", ")})` : told;
  }).join(" / ");
}

function makeConflicts(dialog) {
  dialog.addEventListener("close", () => { if (state.versus) change({ versus: "" }); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  return () => {
    const number = conflictBy(state.versus);
    if (number === undefined) return dialog.close();
    const [why] = data.conflicts[number];
    dialog.replaceChildren(
      element("header", "", [element("h2", "", `In conflict: ${why}`, { id: "versus-title" }), button("close", "×", () => dialog.close(), { "aria-label": "Close" })]),
      markKey(),
      element("div", "sides", sidesOf(number).map((side) => element("section", "", [
        element("h3", "", [side[0].tone === "denied" ? "denied: " : "", nodes[side[0].content].label].join("")),
        ...side.map((one) => statementCard(one)),
      ]))),
    );
    if (!dialog.open) dialog.showModal();
  };
}
