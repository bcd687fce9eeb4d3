// The network itself: vis-network with the places it is given, what is lit, and what unfolds.

const UNFOLD = 40;  // nodes at once
const data = JSON.parse(document.getElementById("data").textContent);
const stage = document.getElementById("network");
const all = new Map([...data.opening.nodes, ...data.rest.nodes].map((node) => [node.id, node]));
const lines = [...data.opening.edges, ...data.rest.edges];
const lineOf = new Map(lines.map((edge) => [edge.id, edge]));
const around = new Map([...all.keys()].map((id) => [id, []]));
for (const edge of lines) {
  around.get(edge.from).push(edge);
  if (edge.to !== edge.from) around.get(edge.to).push(edge);
}
const firm = new Set(data.statements.filter((one) => one.tone === "own").map((one) => one.content));
const colours = new Map();
let chosen = null;  // {nodes, edges}: sets of what is lit; null where all is
let labels = [];

// The colour that page.css gives a name, in the theme of the moment.
function colour(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return colours.get(name);
}

function asNode(node) {
  const lit = !chosen || chosen.nodes.has(node.id);
  const own = colour(node.look);
  return {
    ...node, label: undefined, title: lit ? node.label : undefined, opacity: lit ? 1 : 0.12, borderWidth: 1.5,
    color: { background: own, border: colour("stage"), highlight: { background: own, border: colour("ink") }, hover: { background: own, border: colour("ink") } },
  };
}

function asEdge(edge) {
  const lit = !chosen || chosen.edges.has(edge.id);
  const field = edge.tone === "field";
  const own = field ? colour(all.get(edge.from).look) : colour(edge.tone);
  const plain = field ? (edge.words === "about" ? 0.25 : 0.55) : 0.9;
  return {
    ...edge, title: field ? `${edge.words}: ${all.get(edge.to).label}` : `${all.get(edge.from).label} ${edge.words}: ${all.get(edge.to).label}`, dashes: DASHES[edge.tone],
    width: field ? 1 : (edge.tone === "own" ? 2.2 : 1.8) + Math.log2(edge.statements.length),
    color: { color: own, highlight: own, hover: own, opacity: lit ? plain : 0.06 },
  };
}

fillLegend(document.getElementById("legend-body"), data);  // first: it takes room from the network
const nodes = new vis.DataSet(data.opening.nodes.map(asNode));
const edges = new vis.DataSet(data.opening.edges.map(asEdge));
const network = new vis.Network(stage, { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 250, multiselect: false, selectConnectedEdges: false, hoverConnectedEdges: false },
  nodes: { chosen: false },
  edges: {
    smooth: { enabled: true, type: "curvedCW", roundness: BEND },
    arrows: { to: { enabled: false }, middle: { enabled: true, scaleFactor: 0.45 } },
    selectionWidth: 1.5, hoverWidth: 1,
  },
});
const panel = makePanel(document.getElementById("panel"), data, choose);

// Nodes in the order in which their labels get their place: what is lit, actors, then contents most linked first.
function inOrder() {
  return nodes.getIds()
    .filter((id) => !chosen || chosen.nodes.has(id))
    .map((id) => ({ id, name: all.get(id).label, family: all.get(id).family, size: all.get(id).size, look: all.get(id).look, firm: firm.has(id) }))
    .sort((one, other) => (one.family === "content") - (other.family === "content") || other.size - one.size
      || around.get(other.id).length - around.get(one.id).length || one.id - other.id);
}

// The lit edges: their words are painted.
function spoken() {
  return chosen ? edges.getIds().filter((id) => chosen.edges.has(id)).map((id) => lineOf.get(id)) : [];
}

function light(next) {
  chosen = next;
  nodes.update(nodes.getIds().map((id) => asNode(all.get(id))));
  edges.update(edges.getIds().map((id) => asEdge(lineOf.get(id))));
}

function neighbours(id) {
  return [...new Set(around.get(id).flatMap((edge) => [edge.from, edge.to]))].filter((other) => other !== id);
}

function hidden(id) {
  return neighbours(id).filter((other) => !nodes.get(other));
}

// Shows a node, wherever it is, with what surrounds it.
function choose(id) {
  const fresh = !nodes.get(id);
  if (fresh) unfold([id, ...neighbours(id)]);
  show(id);
  const close = network.getPositions([id, ...neighbours(id).filter((other) => nodes.get(other))]);
  frame(Object.keys(close).map(Number));
}

function show(id) {
  network.setSelection({ nodes: [id], edges: [] });
  light({ nodes: new Set([id, ...neighbours(id)]), edges: new Set(around.get(id).map((edge) => edge.id)) });
  panel.node(id, Math.min(hidden(id).length, UNFOLD), () => { unfold(hidden(id)); choose(id); });
}

// Adds nodes that are not there yet, each at a free place near one that it is linked to.
function unfold(ids) {
  for (const id of ids.filter((one) => !nodes.get(one)).slice(0, UNFOLD)) {
    const beside = neighbours(id).find((other) => nodes.get(other));
    const places = Object.values(network.getPositions());
    const start = beside === undefined ? { x: Math.max(0, ...places.map((one) => one.x)) + 300, y: 0 } : network.getPosition(beside);
    const node = Object.assign(all.get(id), free(start, places));
    nodes.add(asNode(node));
    edges.add(around.get(id).filter((edge) => nodes.get(edge.from) && nodes.get(edge.to) && !edges.get(edge.id)).map(asEdge));
  }
}

// The first place on a spiral around the start that is away from all others.
function free(start, places) {
  for (let step = 1; ; step += 1) {
    const angle = step * 2.4, far = 90 + 16 * Math.sqrt(step) * 3;
    const place = { x: Math.round(start.x + 1.3 * far * Math.cos(angle)), y: Math.round(start.y + far * Math.sin(angle)) };
    if (places.every((other) => Math.abs(other.x - place.x) > 170 || Math.abs(other.y - place.y) > 70)) return place;
  }
}

function labelAt(point) {
  return labels.find((one) => point.x >= one.x && point.x <= one.x + one.width && point.y >= one.y && point.y <= one.y + one.height);
}

// Brings nodes into view, with room for the labels at the rim.
function frame(ids) {
  const places = Object.values(network.getPositions(ids));
  if (!places.length) return;
  const ends = (axis) => [Math.min(...places.map((place) => place[axis])), Math.max(...places.map((place) => place[axis]))];
  const [[left, right], [top, bottom]] = [ends("x"), ends("y")];
  const scale = Math.min((stage.clientWidth - 150) / (right - left || 1), (stage.clientHeight - 80) / (bottom - top || 1), 1.1);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05) });
}

function rest() {
  network.unselectAll();
  light(null);
  panel.overview();
}

network.on("afterDrawing", (context) => { labels = paintLabels(context, network, inOrder(), spoken(), colour); });
network.on("click", ({ nodes: [node], edges: [edge], pointer }) => {
  const label = labelAt(pointer.DOM);
  const id = label ? label.id : node;
  if (id !== undefined) return show(id);
  if (edge === undefined) return rest();
  const { from, to, words, statements } = edges.get(edge);
  light({ nodes: new Set([from, to]), edges: new Set([edge]) });
  panel.edge(statements, from, to, words);
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") rest(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours.clear(); light(chosen); });
document.getElementById("closer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
document.getElementById("farther").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
document.getElementById("whole").addEventListener("click", () => frame(nodes.getIds()));

const many = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
const speakers = new Set(data.statements.filter((one) => !one.own).map((one) => one.speaker)).size;
document.getElementById("counts").textContent = [many(speakers, "speaker"), many(data.statements.length, "statement"), many(data.articles, "article")].join(" · ")
  + (data.rest.nodes.length ? ` · showing ${data.opening.nodes.length} of ${all.size} nodes, search for the rest` : "");
document.getElementById("empty").hidden = data.statements.length > 0;
makeSearch(document.getElementById("sought"), document.getElementById("found"), [...all.values()], data.details, choose);
panel.overview();
frame(nodes.getIds());
