// Labels keep their size on the screen at every zoom, so vis-network does not paint them: this file does.
// One that would cover another is left out until there is room. An actor has its name, a content a card with its gist.

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const NAME_STYLES = { entity: "600", article: "italic 500" };
const CARD_WIDTH = 150, CARD_LINES = 3;

// How far edges bend, as vis-network takes it: the middle of one is half of that aside, in shares of its length.
const BEND = 0.1;

// Paints the labels of `nodes` (most important first; {id, name, family, size, look, firm, disputed, chosen}; what is
// chosen has its label in any case), then the words of `edges` ({from, to, words, disputed}). The rectangles that the
// nodes' take come out: {id, x, y, width, height} in pixels of the stage.
function paintLabels(context, network, nodes, edges, colour) {
  const scale = network.getScale();
  const unit = Math.max(0.84, Math.min(1.08, Math.sqrt(scale)));
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const centres = network.getPositions(nodes.map((node) => node.id));
  const spots = nodes.map((node) => ({ node, at: network.canvasToDOM(centres[node.id]), radius: node.size * scale }));
  const taken = spots.filter(({ node }) => node.family !== "content").map(({ node, at, radius }) => box(node.id, at.x, at.y, radius * 2, radius * 2));
  const labels = [];
  const inside = (one) => one.x > 0 && one.y > 0 && one.x + one.width < context.canvas.clientWidth && one.y + one.height < context.canvas.clientHeight;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { node, at, radius } of spots) {
    const label = node.family === "content" ? card(context, node, unit) : name(context, node, unit);
    const places = candidates(node, at, radius, label).filter(inside);
    const place = places.find((one) => !taken.some((other) => other.id !== node.id && meets(one, other))) || (node.chosen && places[0]);
    if (!place) continue;
    taken.push({ ...place, id: null });
    labels.push(place);
    paint(context, node, label, place, colour);
  }
  const ends = new Map(spots.map(({ node, at }) => [node.id, at]));
  for (const edge of edges) {
    const label = name(context, { name: edge.words }, unit * 0.86);
    const place = along(ends.get(edge.from), ends.get(edge.to), label).find((one) => inside(one) && !taken.some((other) => meets(one, other)));
    if (!place) continue;
    taken.push(place);
    paint(context, edge, label, place, colour);
  }
  context.restore();
  return labels;
}

function box(id, x, y, width, height) {
  return { id, x: x - width / 2, y: y - height / 2, width, height };
}

function meets(one, other) {
  return one.x < other.x + other.width + 3 && other.x < one.x + one.width + 3 && one.y < other.y + other.height + 2 && other.y < one.y + one.height + 2;
}

function name(context, node, unit) {
  const height = 13 * unit;
  const font = `${NAME_STYLES[node.family] || "400"} ${height}px ${FONT}`;
  context.font = font;
  const lines = [cut(context, node.name, 190 * unit)];
  return { font, lines, line: height * 1.2, width: context.measureText(lines[0]).width + 6, height: height * 1.2 + 2 };
}

function card(context, node, unit) {
  const height = 11.5 * unit;
  const font = `400 ${height}px ${FONT}`;
  context.font = font;
  const lines = wrap(context, node.name, CARD_WIDTH * unit);
  const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 18;
  return { font, lines, line: height * 1.28, width, height: lines.length * height * 1.28 + 10 };
}

// Where a label may stand, best first: a name under, over or beside its node, a card upon it or a little off it.
function candidates(node, at, radius, label) {
  const { width, height } = label;
  const shifts = node.family === "content"
    ? [[0, 0], [0, height / 2], [0, -height / 2], [width / 2, 0], [-width / 2, 0], [width / 2, height / 2], [-width / 2, height / 2], [width / 2, -height / 2], [-width / 2, -height / 2]]
    : [[0, radius + height / 2 + 1], [0, -radius - height / 2 - 1], [radius + width / 2 + 2, 0], [-radius - width / 2 - 2, 0]];
  return shifts.map(([x, y]) => box(node.id, at.x + x, at.y + y, width, height));
}

// Where the words of an edge may stand: on its middle, or towards one of its ends.
function along(from, to, label) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  return [0.5, 0.38, 0.62].map((share) => {
    const aside = 2 * BEND * share * (1 - share);
    return box(null, from.x + share * x + aside * y, from.y + share * y - aside * x, label.width, label.height);
  });
}

function paint(context, node, label, place, colour) {
  const middle = place.x + place.width / 2;
  const top = place.y + place.height / 2 - ((label.lines.length - 1) * label.line) / 2;
  context.font = label.font;
  if (node.family === "content") {
    context.fillStyle = colour("card");
    context.strokeStyle = colour(node.look);
    context.lineWidth = node.firm ? 2 : 1.4;
    context.setLineDash(node.firm ? [] : [5, 3]);
    context.beginPath();
    context.roundRect(place.x, place.y, place.width, place.height, 6);
    context.fill();
    context.stroke();
    context.setLineDash([]);
    if (node.disputed) badge(context, place, colour);
  } else {
    context.strokeStyle = colour("stage");
    context.lineWidth = 4;
    context.lineJoin = "round";
    label.lines.forEach((line, number) => context.strokeText(line, middle, top + number * label.line));
  }
  context.fillStyle = colour(node.family || !node.disputed ? "ink" : "denied");
  label.lines.forEach((line, number) => context.fillText(line, middle, top + number * label.line));
}

// The mark of a card that is in conflict with another: an unequal sign at its corner.
function badge(context, place, colour) {
  const [x, y] = [place.x + place.width - 2, place.y + 2];
  context.fillStyle = colour("denied");
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.fill();
  const font = context.font;
  context.font = `700 12px ${FONT}`;
  context.fillStyle = colour("card");
  context.fillText("≠", x, y + 0.5);
  context.font = font;
}

function wrap(context, text, width) {
  const words = text.split(/\s+/).filter(Boolean);
  const lines = [];
  while (words.length && lines.length < CARD_LINES) {
    let line = words.shift();
    while (words.length && context.measureText(`${line} ${words[0]}`).width <= width) line += ` ${words.shift()}`;
    if (lines.length === CARD_LINES - 1 && words.length) line += ` ${words.splice(0).join(" ")}`;
    lines.push(cut(context, line, width));
  }
  return lines.length ? lines : [""];
}

// The text, or as much of it as fits with an ellipsis.
function cut(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  const characters = Array.from(text.slice(0, 200));
  while (characters.length && context.measureText(`${characters.join("")}…`).width > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
