// The panel beside the network: what it holds, a node, or the statements of an edge. Text is only ever set as text.

const AT_ONCE = 40;  // statements, before a button asks for more

// An element with a class, further properties and children: elements or text.
function element(tag, className, children = [], properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  if (className) made.className = className;
  made.append(...[children].flat().filter((child) => child !== null && child !== ""));
  return made;
}

// `data` is the page's data, `go(id)` follows a node. Returns {overview, node, edge}: each fills the panel.
function makePanel(place, data, go) {
  const names = new Map([...data.opening.nodes, ...data.rest.nodes].map((node) => [node.id, node.label]));
  const fill = (...children) => {
    place.replaceChildren(...children.filter(Boolean));
    place.scrollTop = 0;
  };
  const link = (id, className, text) => element("button", className, text || names.get(id), { type: "button", onclick: () => go(id) });

  function overview() {
    const counts = new Map();
    for (const one of data.statements) if (!one.own) counts.set(one.speaker, (counts.get(one.speaker) || 0) + 1);
    const speakers = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    fill(
      element("h2", "", data.statements.length ? "Who says what" : "Nothing to show"),
      element("p", "lead", data.statements.length
        ? "Names are those who speak and whom it concerns, cards are what was said. A solid card is the article’s own word, a dashed one only somebody’s. Click a line, a card or a name for the sentences."
        : "No statements were found in these articles."),
      speakers.length ? element("h3", "", "Most statements") : null,
      element("ol", "speakers", speakers.slice(0, 15).map(([id, count]) => {
        const bar = element("span", "bar");
        bar.style.width = `${(100 * count) / speakers[0][1]}%`;
        return element("li", "", [link(id, "follow"), element("span", "count", String(count)), bar]);
      })),
    );
  }

  function node(id, hidden, unfold) {
    const detail = data.details[id];
    const made = data.statements.filter((one) => one.speaker === id);
    const concern = data.statements.filter((one) => one.content === id || (one.speaker !== id && concerns(one.content, id)));
    const content = data.statements.some((one) => one.content === id);
    fill(
      element("p", "kind", detail.kind),
      element("h2", "", names.get(id)),
      detail.aliases.length ? element("p", "aliases", `also ${detail.aliases.join(", ")}`) : null,
      detail.links.length ? element("p", "links", detail.links.map((url) => away(url, short(url)))) : null,
      detail.fields.length ? facts(detail.fields) : null,
      hidden ? element("button", "unfold", `Show ${hidden} more around it`, { type: "button", onclick: unfold }) : null,
      ...section(made.some((one) => one.own) ? "In its own voice" : "Said", made),
      ...section(content ? "Who says so" : "What concerns it", concern),
      made.length + concern.length ? null : element("p", "lead", "No statement names it."),
    );
  }

  function edge(statements, from, to, words) {
    if (statements.length) fill(...section(statements.length === 1 ? "Statement" : "Statements", statements.map((number) => data.statements[number])));
    else fill(
      element("p", "kind", "concerns"),
      element("h2", "", names.get(from)),
      element("dl", "facts", [element("dt", "", words), element("dd", "", link(to, "follow"))]),
      ...section("Who says so", data.statements.filter((one) => one.content === from)),
    );
  }

  function concerns(content, id) {
    return data.details[content].fields.some((field) => field[2] === id);
  }

  function facts(fields) {
    return element("dl", "facts", fields.flatMap(([property, value, id]) => [
      element("dt", "", property),
      element("dd", "", id === null ? value : link(id, "follow")),
    ]));
  }

  function section(title, statements) {
    if (!statements.length) return [];
    const list = element("div", "statements");
    const more = element("button", "unfold", "", { type: "button", onclick: next });
    let shown = 0;
    function next() {
      list.append(...statements.slice(shown, shown + AT_ONCE).map(statement));
      shown += AT_ONCE;
      more.hidden = shown >= statements.length;
      more.textContent = `Show ${Math.min(AT_ONCE, statements.length - shown)} more`;
    }
    next();
    return [element("h3", "", [title, element("span", "count", String(statements.length))]), key(), list, more];
  }

  // One statement: who, how and to whom; what; how sure, and when; its sentence; where it was published.
  function statement(one) {
    return element("article", `statement ${one.tone}`, [
      element("p", "says", [
        link(one.speaker, "follow speaker", one.own ? one.publisher : ""),
        one.own ? " in its own voice" : ` ${one.verb}`,
        one.addressee ? ` to ${one.addressee}` : "",
      ]),
      element("p", "gist", link(one.content, "follow")),
      element("p", "chips", [
        element("span", `chip ${one.tone}`, one.sureness),
        one.status ? element("span", "chip", one.status) : "",
        one.quoted ? element("span", "chip", "in quotation marks") : "",
        one.said ? element("span", "chip", `said ${one.said}`) : "",
        one.checked ? element("span", "chip", `checked by ${one.checked}`) : "",
      ]),
      one.evidence.length
        ? element("blockquote", "", one.evidence.map(([text, role]) => role ? element("mark", role, text) : text))
        : "",
      element("footer", "", [
        [one.publisher, one.published].filter(Boolean).join(", "),
        one.title || one.url ? element("br") : "",
        one.url ? away(one.url, one.title || short(one.url)) : one.title,
      ]),
    ]);
  }

  function key() {
    return element("p", "key", [element("mark", "source", "source"), element("mark", "cue", "cue"), element("mark", "content", "content")]);
  }

  return { overview, node, edge };
}

function away(url, text) {
  return element("a", "", text, { href: url, target: "_blank", rel: "noopener noreferrer" });
}

function short(url) {
  return url.replace(/^https?:\/\/(www\.)?/, "");
}
