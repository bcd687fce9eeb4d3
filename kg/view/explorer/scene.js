// The scene: which nodes are drawn, and the lines between them. Two actors are tied by every statement that ties them,
// in one line with its count, unless what was said is shown as a card: then lines go by way of the card.

const UNFOLD = 40;  // nodes at once

function scene(passing) {
  const told = new Set();
  for (const one of passing) for (const id of [...one.ties, one.content]) told.add(id);
  const at = state.at.split("~").map((iri) => nodeBy.get(iri)).filter((id) => id !== undefined);
  const shown = new Set([...opening, ...state.added, ...at].filter((id) => isShown(id, told, at)));
  const lines = new Map();
  for (const one of passing) for (const [from, to, kind, words] of linesOf(one, shown)) {
    const key = `${Math.min(from, to)}-${Math.max(from, to)}`;
    const line = lines.get(key) || { id: key, from, to, kind, words, statements: [] };
    lines.set(key, line);
    if (kind === "field") continue;
    if (line.kind === "field") Object.assign(line, { from, to, kind, words });
    line.oneWay = line.oneWay !== false && line.from === from && (kind === "card" || one.speaker === from);
    if (line.statements.at(-1) !== one) line.statements.push(one);
  }
  return { shown, lines: [...lines.values()].map(drawnAs) };
}

function isShown(id, told, at) {
  const node = nodes[id];
  if (at.includes(id)) return true;
  if (node.family === "content") return told.has(id) && !(state.folded && opening.has(id) && !state.added.has(id));
  return !state.off.actor.has(node.kind) && (told.has(id) || !filtered());
}

// [from, to, kind, words] of each line that a statement draws among the nodes shown.
function linesOf(one, shown) {
  const those = one.ties.filter((id) => shown.has(id));
  if (!shown.has(one.content)) return pairs(those, one.speaker).map(([from, to]) => [from, to, "tie", ""]);
  const fields = (data.fields[one.content] || []).filter(([, , id]) => id !== null && id !== one.speaker && shown.has(id));
  return [
    ...(shown.has(one.speaker) ? [[one.speaker, one.content, "card", ""]] : []),
    ...fields.map(([property, , id]) => [one.content, id, "field", property]),
  ];
}

// Every two of some nodes, from the first one where it is among them.
function pairs(ids, first) {
  const sorted = [...ids].sort((one, other) => (other === first) - (one === first) || one - other);
  return sorted.flatMap((from, number) => sorted.slice(number + 1).map((to) => [from, to]));
}

// A line with what it is drawn by: its tone, "several" where its statements are of several, and its words.
function drawnAs(line) {
  if (line.kind === "field") return { ...line, tone: "field" };
  const tones = new Set(line.statements.map((one) => one.tone));
  const words = [...new Set(line.statements.map((one) => (one.own ? "says" : one.verb)))];
  return {
    ...line,
    tone: tones.size === 1 ? [...tones][0] : "several",
    words: words.length > 2 ? `${words.slice(0, 2).join(", ")} …` : words.join(", "),
    disputed: line.statements.some((one) => disputes[one.number].length),
  };
}

// The nodes that statements tie to one, those with most statements first: contents where it is a card's end.
function neighbours(id, passing) {
  const found = new Map();
  for (const one of passing) {
    if (!concerns(one, id)) continue;
    for (const other of one.ties) if (other !== id) found.set(other, (found.get(other) || 0) + 1);
  }
  return [...found].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([other]) => other);
}
