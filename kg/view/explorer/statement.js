// One statement as the panel and the conflicts show it.

// Who, how and to whom; what; how sure, and when; its sentence; where it was published.
function statementCard(one, { full: whole = false } = {}) {
  const { title, url } = articles[one.article];
  const others = disputes[one.number].filter((number) => number !== conflictBy(state.versus));
  return element("article", `statement ${one.tone}`, [
    element("p", "says", [
      follow(one.speaker, "follow speaker", one.own ? outlet(one) : ""),
      one.own ? " in its own voice" : ` ${one.verb}`,
      one.addressee ? [" to ", one.to === null ? one.addressee : follow(one.to)] : "",
      one.via && one.via !== nodes[one.speaker].label ? `, as told by ${one.via}` : "",
    ].flat()),
    element("p", "gist", follow(one.content)),
    element("p", "chips", [
      element("span", `chip ${one.tone}`, one.sureness, { title: "How sure it is in these words, not how true it is" }),
      one.status ? element("span", "chip", one.status) : "",
      one.quoted ? element("span", "chip", "in quotation marks") : "",
      one.said ? element("span", "chip", `said ${one.said}`) : "",
      one.checked ? element("span", "chip", `checked by ${one.checked}`) : "",
      one.confidence ? element("span", "chip quiet", `read with ${one.confidence}`, { title: "How likely newskg read it right, 0 to 1" }) : "",
      ...others.map((number) => button("chip dispute", `≠ ${data.conflicts[number][0]}: ${against(number, one)}`, () => change({ versus: conflictKey(number) }))),
    ]),
    one.evidence.length
      ? element("blockquote", "", one.evidence.map(([text, role]) => role ? element("mark", role, text) : text))
      : "",
    element("footer", "", [
      printed(one),
      title || url ? element("br") : "",
      url ? away(url, title || short(url)) : title,
      whole ? element("p", "iri", full(one.iri)) : button("cite", "cite", () => change({ at: one.iri }), { "aria-label": "Open this statement alone, to cite it" }),
    ]),
  ]);
}

// A button that opens a node.
function follow(id, className = "follow", text = "") {
  return button(className, text || nodes[id].label, () => change({ at: nodes[id].iri, versus: "" }));
}

// What the three colours mean.
function markKey() {
  return element("p", "key", [element("mark", "source", "source"), element("mark", "cue", "cue"), element("mark", "content", "content")]);
}
