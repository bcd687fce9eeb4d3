// The page: the state is shown by the network, the panel, the table and the filters, and changed by what people do.

const byId = (id) => document.getElementById(id);
let passing = [];
let opened = "";  // what was open when the page was last shown

makeSearch(byId("sought"), byId("found"), choose);
const showLegend = makeLegend(byId("legend-body"));  // first: it takes room from the network
const showControls = makeControls(byId("filters"));
const drawing = makeDrawing(byId("network"));
const panel = makePanel(byId("panel"), () => passing, unfoldings);
const showTable = makeTable(byId("table"), () => passing);
const showConflict = makeConflicts(byId("versus"));
const download = makeDownload(byId("sparql"), () => passing);

function render() {
  passing = statements.filter(passes);
  const drawn = scene(passing);
  const light = lit(drawn);
  drawing.draw(drawn, light);
  showPanel(drawn);
  showLegend();
  showControls();
  byId("table").hidden = !state.table;
  byId("stage").hidden = state.table;
  if (state.table) showTable();
  showConflict();
  showCounts(drawn);
  for (const [id, on] of [["as-table", state.table], ["fold", !state.folded]]) byId(id).setAttribute("aria-pressed", String(on));
  if (light && opened !== `${state.at} ${state.table}`) drawing.reveal(light);
  opened = `${state.at} ${state.table}`;
  byId("fold").hidden = state.table || ![...opening, ...state.added].some((id) => nodes[id].family === "content");
}

// What is lit in a scene: what is open, and whatever it is tied to.
function lit(drawn) {
  const ids = state.at.split("~").map((iri) => nodeBy.get(iri));
  const number = statementBy.get(state.at);
  if (!state.at) return null;
  if (number !== undefined) {
    const one = statements[number];
    const those = new Set([...one.ties, one.content]);
    return { chosen: those, nodes: those, lines: new Set(drawn.lines.filter((line) => line.statements.includes(one)).map((line) => line.id)) };
  }
  const around = drawn.lines.filter((line) => (ids.length === 1 ? line.from === ids[0] || line.to === ids[0] : ids.includes(line.from) && ids.includes(line.to)));
  return { chosen: new Set(ids), nodes: new Set([...ids, ...around.flatMap((line) => [line.from, line.to])]), lines: new Set(around.map((line) => line.id)) };
}

function showPanel(drawn) {
  const [first, second] = state.at.split("~");
  const [id, other, number] = [nodeBy.get(first), nodeBy.get(second), statementBy.get(state.at)];
  if (number !== undefined) return panel.statement(number);
  if (id === undefined) return panel.overview();
  if (other === undefined) return panel.node(id);
  const line = drawn.lines.find((one) => [id, other].includes(one.from) && [id, other].includes(one.to));
  return panel.line(id, other, line ? line.statements : []);
}

function showCounts(drawn) {
  const speakers = new Set(passing.filter((one) => !one.own).map((one) => one.speaker)).size;
  const of = (count, whole, noun) => (count === whole ? many(count, noun) : `${count.toLocaleString("en")} of ${many(whole, noun)}`);
  const drawnOf = (family) => [...drawn.shown].filter((id) => nodes[id].family === family).length;
  const [shown, papers, cards] = ["entity", "article", "content"].map(drawnOf);
  const actors = nodes.filter((node, id) => node.family === "entity" && about[id].length).length;
  byId("counts").textContent = [many(speakers, "speaker"), of(passing.length, statements.length, "statement"), many(new Set(passing.map((one) => one.article)).size, "article")].join(" · ")
    + (shown < actors && !filtered() ? ` · showing ${shown} of ${actors} actors, search for the rest` : "");
  const others = [...(papers ? [many(papers, "article")] : []), many(cards, "card")].join(", ");
  byId("network").setAttribute("aria-label", `Network of ${many(shown, "actor")}, ${others} and ${many(drawn.lines.length, "line")}; the table has the same for the keyboard`);
  byId("reset").hidden = !filtered();
  byId("empty").textContent = statements.length ? "Nothing passes these filters." : "No statements were found, so there is nothing to draw.";
  byId("empty").hidden = passing.length > 0;
}

// What can be unfolded around a node: [words, what it does] of each button.
function unfoldings(id) {
  const isHidden = (other) => !drawing.shown().has(other);
  const around = neighbours(id, passing).filter(isHidden);
  const here = passing.filter((one) => concerns(one, id) && one.content !== id).map((one) => one.content);
  const [names, articles] = ["entity", "article"].map((family) => around.filter((other) => nodes[other].family === family));
  const add = (ids) => () => { change({ added: new Set([...state.added, id, ...ids]) }); drawing.frame([id, ...ids], id); };
  return [
    [names, (count) => `Show ${count} more around it`],
    [[...new Set(here)].filter(isHidden), (count) => `Show ${many(count, "card")} of what is said`],
    [articles, (count) => `Show ${many(count, "article")} around it`],
  ].filter(([ids]) => ids.length).map(([ids, words]) => [words(Math.min(ids.length, UNFOLD)), add(ids.slice(0, UNFOLD))]);
}

// Opens a node wherever it is, and brings it and what it is tied to into view.
function choose(id) {
  const close = neighbours(id, passing).slice(0, UNFOLD);
  change({ at: nodes[id].iri, added: opening.has(id) ? state.added : new Set([...state.added, id, ...close]) });
  drawing.frame([id, ...close.filter((other) => drawing.shown().has(other))], id);
  byId("panel").focus({ preventScroll: true });
}

function whole() {
  drawing.frame([...drawing.shown()]);
}

drawing.onClick(({ node, line }) => {
  if (node !== undefined) change({ at: nodes[node].iri });
  else change({ at: line ? `${nodes[line.from].iri}~${nodes[line.to].iri}` : "" });
});
drawing.onDoubleClick(({ node }) => { const [first] = node === undefined ? [] : unfoldings(node); if (first) first[1](); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !document.querySelector("dialog[open]")) change({ at: "" }); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawing.repaint);
byId("closer").addEventListener("click", () => drawing.zoom(1.3));
byId("farther").addEventListener("click", () => drawing.zoom(1 / 1.3));
byId("whole").addEventListener("click", whole);
byId("fold").addEventListener("click", () => change({ folded: !state.folded, added: state.folded ? state.added : new Set([...state.added].filter((id) => nodes[id].family !== "content")) }));
byId("as-table").addEventListener("click", () => change({ table: !state.table }));
byId("reset").addEventListener("click", () => change({ only: "", from: "", to: "", off: cleared().off }));
byId("csv").addEventListener("click", download.csv);
byId("query").addEventListener("click", download.sparql);
byId("theme").addEventListener("click", () => {
  const root = document.documentElement;
  root.style.colorScheme = isDark() ? "light" : "dark";
  drawing.repaint();
});
byId("choose-filters").addEventListener("click", () => {
  byId("filters").hidden = !byId("filters").hidden;
  byId("choose-filters").setAttribute("aria-expanded", String(!byId("filters").hidden));
});
addEventListener("popstate", () => { fromHash(location.hash); render(); });
addEventListener("hashchange", () => { fromHash(location.hash); render(); });

function isDark() {
  const chosen = document.documentElement.style.colorScheme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

fromHash(location.hash);
if (innerWidth <= 820) byId("legend").open = false;
render();
if (state.at) drawing.frame([...lit(scene(passing)).nodes].filter((id) => drawing.shown().has(id)), nodeBy.get(state.at));
else whole();
