// What lines and nodes look like, for the legend and for the network.

const DASHES = { own: false, asserted: [9, 5], sought: [9, 5], held: [12, 4, 3, 4], hedged: [2, 5], denied: [5, 4], several: [14, 3], field: false };
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

function svg(tag, attributes, children = []) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function icon(width, inner) {
  return svg("svg", { width, height: 16, "aria-hidden": "true" }, [inner]);
}

function line(stroke, width, dashes) {
  return icon(30, svg("line", { x1: 1, x2: 29, y1: 8, y2: 8, "stroke-width": width, stroke, "stroke-dasharray": dashes ? dashes.join(" ") : "none" }));
}

function shape(look) {
  return icon(16, svg("path", { d: OUTLINES[look.shape], fill: `var(--${look.colour})` }));
}

function edging(width, dashes) {
  return icon(28, svg("rect", { x: 2, y: 2, width: 24, height: 12, rx: 4, fill: "var(--card)", stroke: "var(--faint)", "stroke-width": width, "stroke-dasharray": dashes }));
}
