// The network on its stage: vis-network with the places it is given, and what is lit.

function makeDrawing(stage) {
  const colours = new Map();
  const probe = element("span", "", [], { hidden: true });
  document.body.append(probe);
  let now = { shown: new Set(), lines: [] };
  let lineBy = new Map();
  let lit = null;  // {nodes, lines}: sets of what is lit; null where all is
  let labels = [];
  let changing = false;  // vis-network redraws with every change: labels wait for the last one
  const drawnNodes = new vis.DataSet(), drawnLines = new vis.DataSet();
  const network = new vis.Network(stage, { nodes: drawnNodes, edges: drawnLines }, {
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

  // The colour that page.css gives a name, in the theme of the moment.
  function colour(name) {
    if (!colours.has(name)) {
      probe.style.color = `var(--${name})`;
      colours.set(name, getComputedStyle(probe).color);
    }
    return colours.get(name);
  }

  function asNode(id) {
    const { x, y, shape, size, look, label } = nodes[id];
    const isLit = !lit || lit.nodes.has(id);
    const own = colour(look);
    const marked = { background: own, border: colour("ink") };
    return {
      id, x, y, shape, size, title: isLit ? label : undefined, opacity: isLit ? 1 : 0.12, borderWidth: 1.5,
      color: { background: own, border: colour("stage"), highlight: marked, hover: marked },
    };
  }

  function asLine(one) {
    const field = one.tone === "field";
    const own = field ? colour(nodes[one.from].look) : colour(one.tone);
    const plain = field ? (one.words === "about" ? 0.25 : 0.55) : 0.9;
    const names = [nodes[one.from].label, nodes[one.to].label];
    return {
      id: one.id, from: one.from, to: one.to, dashes: DASHES[one.tone],
      arrows: { middle: { enabled: field || one.oneWay } },
      title: field ? `${one.words}: ${names[1]}` : `${names.join(one.oneWay ? " → " : " – ")}: ${many(one.statements.length, "statement")}`,
      width: field ? 1 : (one.tone === "own" ? 2.2 : 1.8) + Math.log2(one.statements.length),
      color: { color: own, highlight: own, hover: own, opacity: !lit || lit.lines.has(one.id) ? plain : 0.06 },
    };
  }

  // Draws a scene; `next` is what is lit in it.
  function draw(drawn, next) {
    [now, lit] = [drawn, next];
    lineBy = new Map(now.lines.map((one) => [one.id, one]));
    for (const id of now.shown) if (nodes[id].x === undefined) settle(id);
    changing = true;
    drawnLines.remove(drawnLines.getIds().filter((id) => !lineBy.has(id)));
    drawnNodes.remove(drawnNodes.getIds().filter((id) => !now.shown.has(id)));
    drawnNodes.update([...now.shown].map(asNode));
    drawnLines.update(now.lines.map(asLine));
    changing = false;
    network.setSelection({ nodes: lit ? [...lit.chosen].filter((id) => now.shown.has(id)) : [], edges: [] });
  }

  // Gives a node a free place near one that it is tied to: the first on a spiral that is away from all others.
  function settle(id) {
    const placed = [...now.shown].filter((other) => nodes[other].x !== undefined).map((other) => nodes[other]);
    const tied = now.lines.filter((one) => one.from === id || one.to === id).map((one) => nodes[one.from === id ? one.to : one.from]);
    const start = tied.find((other) => other.x !== undefined) || { x: Math.max(0, ...placed.map((other) => other.x)) + 300, y: 0 };
    for (let step = 1; ; step += 1) {
      const angle = step * 2.4, far = 90 + 48 * Math.sqrt(step);
      const place = { x: Math.round(start.x + 1.3 * far * Math.cos(angle)), y: Math.round(start.y + far * Math.sin(angle)) };
      if (placed.every((other) => Math.abs(other.x - place.x) > 170 || Math.abs(other.y - place.y) > 70)) return Object.assign(nodes[id], place);
    }
  }

  function isChosen(id) {
    return Boolean(lit && lit.chosen.has(id));
  }

  // Nodes in the order in which their labels get their place: what is open, actors, then contents most tied first.
  function inOrder() {
    return [...now.shown]
      .filter((id) => !lit || lit.nodes.has(id))
      .map((id) => ({ id, name: nodes[id].label, family: nodes[id].family, size: nodes[id].size, look: nodes[id].look, firm: firm.has(id), chosen: isChosen(id),
        disputed: nodes[id].family === "content" && about[id].some((one) => one.content === id && disputes[one.number].length) }))
      .sort((one, other) => other.chosen - one.chosen || (one.family === "content") - (other.family === "content") || other.size - one.size
        || about[other.id].length - about[one.id].length || one.id - other.id);
  }

  // The lines whose words are painted: those that are lit, else the counts of those with several statements.
  function spoken() {
    const counted = now.lines.filter((one) => one.statements.length > 1 || one.disputed);
    const count = (one) => [one.statements.length > 1 ? `${one.statements.length}` : "", one.disputed ? "≠" : ""].join(" ").trim();
    if (!lit) return counted.sort((one, other) => other.statements.length - one.statements.length).map((one) => ({ ...one, words: count(one) }));
    return now.lines.filter((one) => lit.lines.has(one.id)).map((one) => ({ ...one, words: `${one.words} ${count(one)}`.trim() }));
  }

  // Brings nodes into view, with room for the labels at the rim; one of them in the middle, where that is named.
  function frame(ids, middle) {
    const places = ids.map((id) => nodes[id]).filter((node) => node.x !== undefined);
    if (!places.length || !stage.clientWidth) return;
    network.setSize();  // it learns of a new size late
    const span = (axis) => {
      const [first, last] = [Math.min(...places.map((place) => place[axis])), Math.max(...places.map((place) => place[axis]))];
      if (middle === undefined) return [(first + last) / 2, last - first];
      return [nodes[middle][axis], 2 * Math.max(last - nodes[middle][axis], nodes[middle][axis] - first)];
    };
    const [[x, width], [y, height]] = [span("x"), span("y")];
    const scale = Math.min((stage.clientWidth - 150) / (width || 1), (stage.clientHeight - 80) / (height || 1), 1.1);
    network.moveTo({ position: { x, y }, scale: Math.max(scale, 0.05) });
  }

  // Brings what is lit into view, where what is open stands outside of it.
  function reveal({ chosen, nodes: around }) {
    const isOutside = ({ x, y }) => x < 0 || y < 0 || x > stage.clientWidth || y > stage.clientHeight;
    const those = [...chosen].filter((id) => now.shown.has(id));
    if (those.some((id) => isOutside(network.canvasToDOM(nodes[id])))) frame([...around].filter((id) => now.shown.has(id)), those.length === 1 ? those[0] : undefined);
  }

  // The node (or its label) and the line at a place of the stage.
  function at({ nodes: [node], edges: [edge], pointer: { DOM: { x, y } } }) {
    const label = labels.find((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height);
    return { node: label ? label.id : node, line: lineBy.get(edge) };
  }

  network.on("afterDrawing", (context) => { if (!changing) labels = paintLabels(context, network, inOrder(), spoken(), colour); });
  network.on("dragEnd", ({ nodes: [id] }) => { if (id !== undefined) Object.assign(nodes[id], network.getPosition(id)); });
  return {
    draw, frame, reveal,
    onClick: (open) => network.on("click", (event) => open(at(event))),
    onDoubleClick: (open) => network.on("doubleClick", (event) => open(at(event))),
    zoom: (by) => network.moveTo({ scale: network.getScale() * by }),
    repaint: () => { colours.clear(); draw(now, lit); },
    shown: () => now.shown,
  };
}
