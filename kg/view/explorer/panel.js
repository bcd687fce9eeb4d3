// The panel beside the network: what it holds, a node, a statement, or the statements of a line.

const AT_ONCE = 40;  // statements, before a button asks for more
const HOLDS = { member: "Offices", party: "Control of land" };  // the fields of contents that have a place of their own
const CARDS = [...opening].some((id) => nodes[id].family === "content") ? "Cards are" : "Cards (a button in a name’s panel shows them) are";

// `passing()` are the statements of the moment, `unfold(id)` what can be unfolded around a node.
function makePanel(place, passing, unfold) {
  let shown = null;
  const fill = (key, ...children) => {
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(...children.flat(Infinity).filter(Boolean));
    if (hadFocus) place.focus({ preventScroll: true });
    if (key !== shown) place.scrollTop = 0;
    shown = key;
  };

  function overview() {
    const speakers = counted(passing().filter((one) => !one.own), (one) => one.speaker);
    fill("",
      element("h2", "", statements.length ? "Who says what" : "Nothing to show"),
      element("p", "lead", statements.length
        ? `Names are those who speak and whom it concerns; a line ties two by all that one says of the other, or an article says of both. ${CARDS} what was said: a solid one is the article’s own word, a dashed one only somebody’s. Click a line, a card or a name for the sentences; double-click to unfold.`
        : "No statements were found in these articles."),
      speakers.length ? element("h3", "", "Most statements") : null,
      element("ol", "speakers", speakers.slice(0, 15).map(([id, count]) => {
        const bar = element("span", "bar");
        bar.style.width = `${(100 * count) / speakers[0][1]}%`;
        return element("li", "", [follow(id), element("span", "count", String(count)), bar]);
      })),
      conflictList(disputesOf(passing())),
      element("p", "notice", ["This page is one file and asks no network. It was made by newskg, and carries inside vis-network (Apache-2.0 or MIT), as the package pyvis brings it. The sentences are their publishers’."]),
    );
  }

  function disputesOf(those) {
    return [...new Set(those.flatMap((one) => disputes[one.number]))].sort((one, other) => one - other);
  }

  function conflictList(numbers) {
    if (!numbers.length) return [];
    return [
      element("h3", "", ["In conflict", element("span", "count", String(numbers.length))]),
      element("ul", "conflicts", numbers.slice(0, AT_ONCE).map((number) => element("li", "",
        button("follow", [element("b", "dispute", "≠ "), inShort(number)], () => change({ versus: conflictKey(number) }), { title: data.conflicts[number][0] })))),
    ];
  }

  function node(id) {
    const { kind, family, label, aliases, links, iri } = nodes[id];
    const here = passing().filter((one) => concerns(one, id));
    const said = here.filter((one) => one.speaker === id);
    const told = here.filter((one) => one.speaker !== id || one.content === id);
    const article = articles.find((one) => one.iri === iri);
    fill(iri,
      element("p", "kind", kind),
      element("h2", "", label),
      aliases.length ? element("p", "aliases", `also ${aliases.join(", ")}`) : null,
      links.length ? element("p", "links", links.map((url) => away(url, short(url)))) : null,
      article && article.url ? element("p", "links", away(article.url, short(article.url))) : null,
      facts(data.fields[id] || []),
      element("p", "buttons", [
        ...unfold(id).map(([text, press]) => button("press", text, press)),
        state.only === iri ? button("press", "Show all statements", () => change({ only: "" }))
          : about[id].length ? button("press", "Only what concerns it", () => change({ only: iri })) : "",
      ]),
      chart(id),
      Object.entries(HOLDS).map(([field, title]) => held(id, field, title, here)),
      conflictList(disputesOf(here)),
      section(said.some((one) => one.own) ? "In its own voice" : "Said", family === "content" ? [] : said),
      section({ content: "Who says so", article: "Told in it" }[family] || "Said of it", told),
      here.length ? null : element("p", "lead", about[id].length ? "No statement that the filters let pass concerns it." : "No statement names it."),
      issues(nodes[id]),
      element("p", "iri", full(iri)),
    );
  }

  // The articles that an outlet printed, the newest first.
  function issues({ family, label }) {
    const those = articles.filter((one) => family === "entity" && one.publisher === label).sort((one, other) => (one.published < other.published ? 1 : -1));
    if (!those.length) return null;
    return [element("h3", "", ["Published", element("span", "count", String(those.length))]), element("ul", "held", those.slice(0, AT_ONCE).map(({ iri, title, published }) => element("li", "", [
      nodeBy.has(iri) ? follow(nodeBy.get(iri), "follow", title) : title, element("span", "count", published),
    ])))];
  }

  // The contents that a node has a part in (an office, a share of land), each once, the newest first: by whose word, when.
  function held(id, field, title, here) {
    const those = here.filter((one) => (data.fields[one.content] || []).some(([name, , value]) => name === field && value === id));
    const told = new Map();
    for (const one of newestFirst(those)) told.set(one.content, [...(told.get(one.content) || []), one]);
    if (!told.size) return null;
    return [element("h3", "", title), element("ul", "held", [...told].map(([content, list]) => element("li", "", [
      follow(content),
      element("span", "count", [...byWhom(content, list), [...new Set([list.at(-1).day, list[0].day])].join(" – ")].map((text) => element("div", "", text))),
    ])))];
  }

  // Whose word a content is: how many claim it, and how many deny it.
  function byWhom(content, list) {
    const denied = list.filter((one) => one.tone === "denied").length;
    return [firm.has(content) ? "as the article says" : times("claimed", list.length - denied), times("denied", denied)].filter(Boolean);
  }

  function times(verb, count) {
    return count ? `${verb} ${count === 1 ? "once" : `${count} times`}` : "";
  }

  function newestFirst(those) {
    return [...those].sort((one, other) => (one.day === other.day ? one.number - other.number : one.day < other.day ? 1 : -1));
  }

  // The chart of a territory's control; a mark whose statements the filters leave out is faint, one pressed opens them.
  function chart(id) {
    const made = document.getElementById(`chart-${id}`);
    if (!made) return null;
    const drawn = made.content.cloneNode(true);
    const here = new Set(passing().map((one) => full(one.iri)));
    for (const mark of drawn.querySelectorAll("[data-statement]")) {
      const said = (mark.dataset.statements || mark.dataset.statement).split(" ");
      if (!said.some((iri) => here.has(iri))) mark.style.opacity = 0.15;
      mark.setAttribute("role", "button");
      const open = () => change({ at: mark.dataset.statement.replace(data.base, "") });
      mark.addEventListener("click", open);
      mark.addEventListener("keydown", (event) => { if (event.key !== "Enter" && event.key !== " ") return; event.preventDefault(); open(); });
    }
    return [element("h3", "", "Control over time"), element("div", "chart", drawn)];
  }

  function facts(fields) {
    if (!fields.length) return null;
    return element("dl", "facts", fields.flatMap(([property, value, id]) => [
      element("dt", "", property),
      element("dd", "", id === null ? value : follow(id)),
    ]));
  }

  // A list of statements, the newest first.
  function section(title, those) {
    if (!those.length) return null;
    const list = newestFirst(those);
    const cards = element("div", "statements");
    const more = button("press", "", next);
    let count = 0;
    function next() {
      cards.append(...list.slice(count, count + AT_ONCE).map((one) => statementCard(one)));
      count += AT_ONCE;
      more.hidden = count >= list.length;
      more.textContent = `Show ${Math.min(AT_ONCE, list.length - count)} more`;
    }
    next();
    return [element("h3", "", [title, element("span", "count", String(list.length))]), markKey(), cards, more];
  }

  function line(from, to, between) {
    fill(state.at,
      element("p", "kind", between.length ? "between" : "concerns"),
      element("h2", "", [follow(from), " – ", follow(to)]),
      between.length
        ? section(between.length === 1 ? "Statement" : "Statements", between)
        : [facts((data.fields[from] || []).filter(([, , id]) => id === to)), section("Who says so", passing().filter((one) => one.content === from))],
    );
  }

  function statement(number) {
    const one = statements[number];
    fill(state.at,
      element("p", "kind", "statement"),
      markKey(),
      statementCard(one, { full: true }),
      facts(data.fields[one.content] || []),
    );
  }

  return { overview, node, line, statement };
}
