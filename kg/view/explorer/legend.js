// The legend: every line and shape that the network uses, drawn as there. Kinds are switches: off, they are left out.

function makeLegend(place) {
  const looks = (family) => data.looks.filter((look) => look.family === family);
  const used = new Set(statements.map((one) => one.tone));
  const tones = data.tones.filter(([tone]) => used.has(tone)).map(([tone, text]) => [line(`var(--${tone})`, 2.4, DASHES[tone]), text]);
  if (used.size > 1) tones.push([line("var(--several)", 2.4, DASHES.several), "of several kinds"]);
  const speakers = new Set(statements.map(KEYS.actor));
  const switches = (group, family) => looks(family).map((look) =>
    button("switch", [shape(look), look.kind], () => toggle(group, look.kind), { "data-group": group, "data-value": look.kind }));
  place.parentElement.hidden = !statements.length;
  place.replaceChildren(
    part("Who", "", switches("actor", "actor").filter((one) => one.dataset.value !== "article" || speakers.has("article"))),
    part("What", "", switches("content", "content")),
    part("Lines and cards", "row", [...tones, [line("var(--faint)", 1, false), "concerns"],
      [edging(2, "none"), "the article says so"], [edging(1.4, "4 3"), "claimed or hedged"],
      ...(data.conflicts.length ? [[element("b", "dispute", "≠"), "in conflict"]] : [])]),
  );
  return () => {
    for (const one of place.querySelectorAll(".switch")) one.setAttribute("aria-pressed", String(!state.off[one.dataset.group].has(one.dataset.value)));
  };
}

function part(title, className, rows) {
  return element("section", className, [element("h3", "", title), element("ul", "", rows.map((row) => element("li", "", row)))]);
}
