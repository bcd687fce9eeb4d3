// The search box: finds any node by its name, another name of it, or the gist of what was said.

const FOUND = 12;

// `choose(id)` is called with the choice.
function makeSearch(input, list, choose) {
  const texts = nodes.map((node) => [node.label, ...node.aliases].map(plain));
  let found = [], at = -1;

  function find() {
    const sought = plain(input.value).trim();
    found = sought ? nodes
      .map((node, id) => [Math.min(...texts[id].map((text) => rank(text, sought))), node.family !== "entity", -about[id].length, id])
      .filter(([best]) => best < Infinity)
      .sort((one, other) => one.map((part, at) => part - other[at]).find(Boolean) || 0)
      .slice(0, FOUND)
      .map((ranked) => ranked.at(-1)) : [];
    at = found.length ? 0 : -1;
    show(sought);
  }

  function show(sought) {
    const alike = new Map(counted(found, (id) => plain(nodes[id].label)));
    const kind = (id) => [nodes[id].kind, ...(alike.get(plain(nodes[id].label)) > 1 && about[id].length ? [printed(about[id][0])] : [])];
    const items = found.map((id, number) => element("li", number === at ? "at" : "", [
      element("span", "label", nodes[id].label), element("span", "kind", kind(id).join(", ")),
    ], { id: `found-${number}`, onmousedown: (event) => { event.preventDefault(); take(number); }, attributes: { role: "option", "aria-selected": String(number === at) } }));
    list.replaceChildren(...(items.length || !sought ? items : [element("li", "none", "Nothing found", { attributes: { role: "option", "aria-disabled": "true" } })]));
    list.hidden = !sought;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (at >= 0) input.setAttribute("aria-activedescendant", `found-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function take(number) {
    if (found[number] === undefined) return;
    const id = found[number];
    input.value = "";
    find();
    input.blur();
    choose(id);
  }

  input.addEventListener("input", find);
  input.addEventListener("blur", () => { list.hidden = true; });
  input.addEventListener("focus", find);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") take(at);
    else if (event.key === "Escape") { event.stopPropagation(); input.value = ""; find(); input.blur(); }
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      show(true);
      event.preventDefault();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, textarea, select")) { event.preventDefault(); input.focus(); }
  });
}

// Lower case without accents.
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// 0 where the text is what is sought, 1 where it begins with it, 2 where one of its words does, 3 where it stands anywhere.
function rank(text, sought) {
  if (text === sought) return 0;
  if (text.startsWith(sought)) return 1;
  if (text.includes(` ${sought}`)) return 2;
  return text.includes(sought) ? 3 : Infinity;
}
