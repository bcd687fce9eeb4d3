// The page's data, and what is looked up in it. Nodes, statements and articles are known by their numbers.

const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, statements, articles } = data;
const nodeBy = new Map(nodes.map((node, id) => [node.iri, id]));
const statementBy = new Map(statements.map((one, number) => [one.iri, number]));
const opening = new Set(data.opening.map((node) => node.id));
const about = nodes.map(() => []);  // the statements that a node says, is said in, or that say a content
const disputes = statements.map(() => []);  // the conflicts that a statement is part of
const firm = new Set(statements.filter((one) => one.tone === "own").map((one) => one.content));

for (const { id, x, y } of data.opening) Object.assign(nodes[id], { x, y });
statements.forEach((one, number) => {
  one.number = number;
  one.ties = [...new Set([one.speaker, one.to, ...ends(one.content)])].filter((id) => id !== null);
  one.place = nodeBy.get(articles[one.article].iri);
  for (const id of new Set([...one.ties, one.content, one.place])) if (id !== undefined) about[id].push(one);
});
data.conflicts.forEach(([, members], number) => members.forEach((one) => disputes[one].push(number)));

// The entities that a content concerns.
function ends(content) {
  const those = (data.fields[content] || []).map(([, , id]) => id).filter((id) => id !== null && nodes[id].family === "entity");
  return [...new Set(those)];
}

// The whole IRI of what is written without the common start.
function full(iri) {
  return iri.includes("://") ? iri : data.base + iri;
}

function outlet(one) {
  return articles[one.article].publisher || "no outlet named";
}

// Where and on which day a statement was printed.
function printed(one) {
  const { publisher, published } = articles[one.article];
  return [publisher, published].filter(Boolean).join(", ");
}

// How often each value of `of(item)` is there, the most frequent first.
function counted(items, of) {
  const counts = new Map();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

function many(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

// An element with a class, children (elements or text) and further properties. Text is only ever set as text.
function element(tag, className, children = [], properties = {}) {
  const { attributes, ...own } = properties;
  const made = Object.assign(document.createElement(tag), own);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...[children].flat().filter((child) => child !== null && child !== ""));
  return made;
}

function button(className, children, onclick, attributes = {}) {
  return element("button", className, children, { type: "button", onclick, attributes });
}

function away(url, text) {
  return element("a", "", text, { href: url, target: "_blank", rel: "noopener noreferrer" });
}

function short(url) {
  return url.replace(/^https?:\/\/(www\.)?/, "");
}
