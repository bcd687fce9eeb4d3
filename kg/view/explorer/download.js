// What the filters let pass, to take along: as a table (CSV) or as the question that asks a graph for the same (SPARQL).

// Statements in, CSV out (RFC 4180). What a spreadsheet would compute starts with an apostrophe (OWASP, "CSV Injection").
function toCsv(those) {
  const columns = [
    ["statement", (one) => full(one.iri)], ...COLUMNS,
    ["factuality", (one) => one.factuality], ["speech act", (one) => one.act], ["status", (one) => one.status], ["read with", (one) => one.confidence],
    ["article", (one) => articles[one.article].title], ["url", (one) => articles[one.article].url], ["published", (one) => articles[one.article].published],
    ["who (IRI)", (one) => (one.own ? "" : full(nodes[one.speaker].iri))], ["what (IRI)", (one) => full(nodes[one.content].iri)],
  ];
  const safe = (text) => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text);
  const cell = (text) => { const plain = safe(String(text)); return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain; };
  return [columns.map(([name]) => name), ...those.map((one) => columns.map(([, value]) => value(one)))].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

// The state in, SPARQL out: it gives the statements that the page shows, from any store that has the graph.
function toSparql() {
  const { prefixes } = data.terms;
  return [
    ...Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: ${ref(iri)}`),
    "SELECT DISTINCT ?statement ?day ?speakerName ?gist ?factuality ?outlet ?sentence {",
    "  ?statement a kg:Statement ; kg:content ?content ; kg:factuality ?factuality ; kg:speechAct ?act ; kg:inArticle ?article .",
    "  ?content a ?kind ; kg:gist ?gist .",
    "  OPTIONAL { ?statement kg:speaker ?speaker . ?speaker skos:prefLabel ?speakerName }",
    "  OPTIONAL { ?statement kg:eventStatus ?status }",
    "  OPTIONAL { ?statement kg:saidOn ?saidOn } OPTIONAL { ?statement kg:saidFrom ?saidFrom }",
    "  OPTIONAL { ?article schema:datePublished ?published } OPTIONAL { ?article schema:publisher/skos:prefLabel ?outlet }",
    "  OPTIONAL { ?statement kg:evidence/nif:anchorOf ?sentence }",
    '  BIND(SUBSTR(STR(COALESCE(?saidOn, ?saidFrom, ?published, "")), 1, 10) AS ?day)',
    ...conditions().map((one) => `  ${one}`),
    "} ORDER BY ?day ?statement",
  ].join("\n") + "\n";
}

function conditions() {
  const { terms } = data;
  const off = (group) => [...state.off[group]].sort();
  const found = [];
  if (data.about.length) found.push(`FILTER(${data.about.map(concerned).join(" || ")})`);
  if (state.only) found.push(`FILTER(${concerned(state.only)})`);
  if (state.from) found.push(`FILTER(?day >= ${quoted(state.from)})`);
  if (state.to) found.push(`FILTER(?day != "" && ?day <= ${quoted(state.to)})`);
  if (off("content").length) found.push(`FILTER(?kind NOT IN (${off("content").map((kind) => ref(terms.contents[kind])).join(", ")}))`);
  if (off("act").length) found.push(`FILTER(?act NOT IN (${off("act").map((act) => ref(terms.acts + act)).join(", ")}))`);
  if (off("outlet").length) found.push(`FILTER(COALESCE(STR(?outlet), "no outlet named") NOT IN (${off("outlet").map(quoted).join(", ")}))`);
  const denied = `?factuality IN (${terms.denied.map(ref).join(", ")})`;
  const planned = `(!(${denied}) && COALESCE(?status = ${ref(terms.planned)}, false))`;
  const sure = { denied: `(${denied})`, planned, asserted: `(?factuality = ${ref(terms.affirmed)} && !${planned})`, hedged: `(?factuality != ${ref(terms.affirmed)} && !(${denied}) && !${planned})` };
  for (const value of off("certainty").filter((one) => one in sure)) found.push(`FILTER(!${sure[value]})`);
  return [...found, ...off("actor").flatMap(withoutKind)];
}

// That a statement concerns a node: the rule of `concerns` in filters.js.
function concerned(iri) {
  const node = ref(full(iri));
  const { family } = nodes[nodeBy.get(iri)];
  if (family !== "entity") return family === "content" ? `?content = ${node}` : `?article = ${node}`;
  return `EXISTS { ?statement kg:speaker|kg:addressee ${node} } || EXISTS { ?content ?property ${node} }`;
}

// The kind of an actor is the first that it is in the order of data.terms.actors; the article's own voice has no speaker.
function withoutKind(kind) {
  if (kind === "article") return ["FILTER(BOUND(?speaker))"];
  const names = Object.keys(data.terms.actors);
  const is = (name) => `EXISTS { ?speaker a ${ref(data.terms.actors[name])} }`;
  const before = names.slice(0, kind === "other" ? names.length : names.indexOf(kind)).map((name) => `!${is(name)}`);
  return [`FILTER(!BOUND(?speaker) || !(${[...before, ...(kind === "other" ? [] : [is(kind)])].join(" && ")}))`];
}

// An IRI and a text as SPARQL takes them (SPARQL 1.1, 19.8): nothing in them can end them.
function ref(iri) {
  return `<${iri.replace(/[\u0000-\u0020<>"{}|\\^`]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;
}

function quoted(text) {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}"`;
}

function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", "", [], { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function makeDownload(dialog, passing) {
  const text = element("textarea", "", [], { readOnly: true, rows: 18, spellcheck: false, attributes: { "aria-label": "The query" } });
  dialog.replaceChildren(
    element("header", "", [element("h2", "", "This view as a question", { id: "sparql-title" }), button("close", "×", () => dialog.close(), { "aria-label": "Close" })]),
    element("p", "lead", "Asked of the graph (kg query GRAPH view.rq, or any store that has it), it gives the statements that this page shows now."),
    text,
    element("p", "buttons", [
      button("press", "Copy", ({ target }) => { text.select(); if (document.execCommand("copy")) target.textContent = "Copied"; }),
      button("press", "Save as view.rq", () => save("view.rq", "application/sparql-query", text.value)),
    ]),
  );
  return {
    csv: () => save("statements.csv", "text/csv;charset=utf-8", toCsv(passing())),
    sparql: () => { dialog.querySelector(".press").textContent = "Copy"; text.value = toSparql(); dialog.showModal(); },
  };
}
