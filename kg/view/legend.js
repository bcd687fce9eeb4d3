// The legend: every line and shape that the network uses, drawn as there.

const DASHES = { own: false, asserted: [9, 5], sought: [9, 5], held: [12, 4, 3, 4], hedged: [2, 5], denied: [5, 4], field: false };
const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  dot: "M8 2a6 6 0 1 0 .01 0z",
  hexagon: "M2 8 5 3h6l3 5-3 5H5z",
  square: "M3 3h10v10H3z",
  triangle: "M8 2l6.5 11h-13z",
  triangleDown: "M8 14L1.5 3h13z",
  star: "M8 1.5l2 4.5 4.8.5-3.6 3.2 1 4.8L8 12l-4.2 2.5 1-4.8L1.2 6.5 6 6z",
  database: "M3 4c0-2.5 10-2.5 10 0v8c0 2.5-10 2.5-10 0z",
  diamond: "M8 2l6 6-6 6-6-6z",
};

function fillLegend(place, data) {
  const used = new Set(data.statements.map((one) => one.tone));
  const contents = data.looks.filter((look) => look.shape === "diamond");
  const tones = data.tones.filter(([tone]) => used.has(tone)).map(([tone, text]) => [line(`var(--${tone})`, 2.4, DASHES[tone]), text]);
  place.parentElement.hidden = !contents.length;
  place.replaceChildren(
    group("Lines", "row", [...tones, [line("var(--faint)", 1, false), "concerns"]]),
    group("Who", "", data.looks.filter((look) => look.shape !== "diamond").map((look) => [shape(look), look.kind])),
    group("Cards", "", [[edging(2, "none"), "the article says so"], [edging(1.4, "4 3"), "only claimed"]]),
    group("What", "row", contents.map((look) => [shape(look), look.kind])),
  );
}

function group(title, className, rows) {
  return element("section", className, [element("h3", "", title), element("ul", "", rows.map((row) => element("li", "", row)))]);
}

function drawing(width, tag, attributes) {
  const svg = document.createElementNS(SVG, "svg");
  const inner = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries({ width, height: 16, "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries(attributes)) inner.setAttribute(name, value);
  svg.append(inner);
  return svg;
}

function line(stroke, width, dashes) {
  return drawing(30, "line", { x1: 1, x2: 29, y1: 8, y2: 8, "stroke-width": width, stroke, "stroke-dasharray": dashes ? dashes.join(" ") : "none" });
}

function shape(look) {
  return drawing(16, "path", { d: OUTLINES[look.shape], fill: `var(--${look.colour})` });
}

function edging(width, dashes) {
  return drawing(28, "rect", { x: 2, y: 2, width: 24, height: 12, rx: 4, fill: "var(--card)", stroke: "var(--faint)", "stroke-width": width, "stroke-dasharray": dashes });
}
