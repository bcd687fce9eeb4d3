// The same statements as a table, for the keyboard and for screen readers; and as rows to take along.

const ROWS = 200;  // at once
const COLUMNS = [
  ["date", (one) => one.day],
  ["who", (one) => (one.own ? `${outlet(one)} in its own voice` : nodes[one.speaker].label)],
  ["how", (one) => (one.own ? "says" : one.verb)],
  ["to whom", (one) => one.addressee],
  ["what", (one) => nodes[one.content].label],
  ["kind", (one) => nodes[one.content].kind],
  ["how sure", (one) => one.sureness],
  ["outlet", (one) => articles[one.article].publisher],
  ["sentence", (one) => one.evidence.map(([text]) => text).join("")],
];

function makeTable(place, passing) {
  let by = 0, down = true, shown = ROWS;
  const body = element("tbody", "");
  const heads = COLUMNS.map(([name], number) => element("th", "", button("sort", name, () => sort(number)), { scope: "col" }));
  const caption = element("caption", "", "");
  const more = button("press", "", () => { shown += ROWS; show(); });
  place.replaceChildren(element("table", "", [caption, element("thead", "", element("tr", "", heads)), body]), more);

  function sort(number) {
    down = by === number ? !down : number === 0;
    [by, shown] = [number, ROWS];
    show();
  }

  function show() {
    const of = COLUMNS[by][1];
    const rows = [...passing()].sort((one, other) => {
      const [a, b] = [of(one) || "", of(other) || ""];
      return (a < b ? -1 : a > b ? 1 : one.number - other.number) * (down ? -1 : 1);
    });
    heads.forEach((head, number) => head.setAttribute("aria-sort", number !== by ? "none" : down ? "descending" : "ascending"));
    caption.textContent = many(rows.length, "statement");
    const hadFocus = body.contains(document.activeElement);
    body.replaceChildren(...rows.slice(0, shown).map((one) => element("tr", state.at === one.iri ? "at" : "", COLUMNS.map(([name, value]) => cell(one, name, value(one))))));
    if (hadFocus) (body.querySelector(".at .follow") || place).focus({ preventScroll: true });
    more.hidden = rows.length <= shown;
    more.textContent = `Show ${Math.min(ROWS, rows.length - shown)} more of ${rows.length - shown}`;
  }

  function cell(one, name, text) {
    if (name !== "what") return element("td", "", text);
    const marked = disputes[one.number].length ? [element("b", "dispute", "≠ ", { title: "in conflict with another statement" })] : [];
    return element("th", "", [...marked, button("follow", text, () => change({ at: one.iri }))], { scope: "row" });
  }

  return show;
}
