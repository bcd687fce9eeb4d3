// What the reader has chosen. It stands in the address after #, so that a view can be cited and found again.

const GROUPS = ["actor", "content", "act", "certainty", "outlet"];
const state = cleared();

// at: "" or what is open (the IRI of a node or statement, "IRI~IRI" for a line); versus: the conflict that is open;
// only: the node that all statements must concern; off: what the filters leave out; from, to: days; added: nodes shown
// beyond those that the page opens with; folded: true where what was said is drawn as lines instead of cards.
function cleared() {
  return {
    at: "", versus: "", only: "", from: "", to: "", table: false, folded: false, added: new Set(),
    off: Object.fromEntries(GROUPS.map((group) => [group, new Set()])),
  };
}

const listed = (items) => items.map((item) => encodeURIComponent(item).replace(/%2F/g, "/").replace(/%20/g, "+")).join(",");
const parsed = (text) => (text ? text.split(",").map((item) => decodeURIComponent(item.replace(/\+/g, "%20"))) : []);

function toHash() {
  const parts = {
    at: listed(state.at ? state.at.split("~") : []), versus: listed(state.versus ? [state.versus] : []), only: listed(state.only ? [state.only] : []),
    from: state.from, to: state.to, view: state.table ? "table" : "", fold: state.folded ? "1" : "",
    add: listed([...state.added].map((id) => nodes[id].iri)),
    ...Object.fromEntries(GROUPS.map((group) => [`no-${group}`, listed([...state.off[group]].sort())])),
  };
  return Object.entries(parts).filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join("&");
}

// What an address says; what it does not know is left out, as an older page may have been cited.
function fromHash(hash) {
  const parts = new Map(hash.replace(/^#/, "").split("&").map((part) => part.split(/=(.*)/s)));
  const given = (name) => { try { return parsed(parts.get(name)); } catch { return []; } };
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(parts.get(name) || "") && !isNaN(Date.parse(parts.get(name))) ? parts.get(name) : "");
  const at = given("at").filter((iri) => nodeBy.has(iri) || statementBy.has(iri));
  Object.assign(state, cleared(), {
    at: at.length === given("at").length ? at.join("~") : "",
    versus: given("versus").find((key) => conflictBy(key) !== undefined) || "",
    only: given("only").find((iri) => nodeBy.has(iri)) || "",
    from: day("from"), to: day("to"), table: parts.get("view") === "table", folded: parts.get("fold") === "1",
    added: new Set(given("add").filter((iri) => nodeBy.has(iri)).map((iri) => nodeBy.get(iri))),
    off: Object.fromEntries(GROUPS.map((group) => [group, new Set(given(`no-${group}`).filter((value) => VALUES[group].has(value)))])),
  });
}

// Changes the state and shows it. What is opened can be gone back from, a moved filter not step by step.
function change(next) {
  const step = ["at", "versus", "table"].some((name) => name in next && next[name] !== state[name]);
  Object.assign(state, next);
  const hash = toHash();
  const address = location.href.split("#")[0] + (hash ? `#${hash}` : "");  // whole: "#..." alone is another page's in a frame
  history[step ? "pushState" : "replaceState"](null, "", address);
  render();
}
