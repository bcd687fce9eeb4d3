// The text and the list of statements beside it: what is chosen in one is shown in the other.

const marks = [...document.querySelectorAll("#text mark")];
const cards = [...document.querySelectorAll(".card")];
const aside = document.querySelector("aside");
const body = document.body;
const place = location.href.split("#")[0];  // in a frame of a notebook, "#" alone is an address of the notebook
let current = [];  // the chosen cards, first the one that the address names
// What each mark is part of: the number of a card and as what, the one that is drawn first.
const parts = new Map(marks.map((mark) => [mark, mark.dataset.of.split(" ").map((one) => {
  const [number, role] = one.split(":");
  return { card: cards[number], role };
})]));

const isOff = (card) => body.classList.contains(`no-${card.classList.contains("unread") ? "unread" : card.classList.contains("own") ? "own" : "said"}`);
const shown = (mark) => parts.get(mark).filter(({ card }) => !isOff(card));
const words = (card) => card.querySelector("summary").textContent.replace(/\s+/g, " ").trim();

// Shows these cards and lights their words; none: all is as at first.
function choose(chosen) {
  current = chosen;
  body.classList.toggle("choosing", chosen.length > 0);
  for (const card of cards) card.open = chosen.includes(card);
  for (const mark of marks) {
    const part = parts.get(mark).find(({ card }) => chosen.includes(card));
    mark.classList.toggle("lit", Boolean(part));
    if (part) mark.dataset.as = part.role;
  }
  document.getElementById("status").textContent = chosen.map(words).join(". ");
  history.replaceState(null, "", `${place}#${chosen.length ? chosen[0].id : ""}`);
}

function chooseMark(mark) {
  const chosen = [...new Set(shown(mark).map(({ card }) => card))];
  if (!chosen.length) return;
  choose(chosen);
  reveal(chosen[0]);
}

function chooseCard(card) {
  choose([card]);
  const lit = marks.find((mark) => mark.classList.contains("lit"));
  if (lit) {
    lit.scrollIntoView({ block: "center" });
    rove(lit);
  }
}

// Scrolls the list, and the list alone.
function reveal(card) {
  aside.scrollTop = card.parentElement.offsetTop - document.getElementById("bar").offsetHeight - 12;
}

// One mark takes the tabulator's stop; arrows lead to the others.
function rove(mark) {
  for (const one of marks) one.tabIndex = one === mark ? 0 : -1;
}

function step(from, way) {
  const open = marks.filter((mark) => mark === from || shown(mark).length);
  const next = open[open.indexOf(from) + way];
  if (next) next.focus();
}

function follow(hash) {
  const card = cards.find((one) => `#${one.id}` === hash);
  if (!card) return;
  chooseCard(card);
  reveal(card);
  card.firstElementChild.focus({ preventScroll: true });
}

const text = document.getElementById("text");
text.addEventListener("focusin", ({ target }) => { rove(target); chooseMark(target); });
text.addEventListener("click", ({ target }) => { if (parts.has(target)) chooseMark(target); });
text.addEventListener("keydown", (event) => {
  if (!parts.has(event.target)) return;
  const ways = { ArrowRight: 1, ArrowLeft: -1 };
  if (event.key in ways) step(event.target, ways[event.key]);
  else if (event.key === "Enter" || event.key === " ") current[0]?.firstElementChild.focus();
  else return;
  event.preventDefault();
});
for (const card of cards) {
  card.firstElementChild.addEventListener("click", (event) => {
    event.preventDefault();
    if (card.open) choose([]);
    else chooseCard(card);
  });
}
for (const box of document.querySelectorAll("fieldset input")) {
  box.addEventListener("change", () => body.classList.toggle(`no-${box.value}`, !box.checked));
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose([]); });
for (const link of document.querySelectorAll("aside a[href^='#']")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    follow(link.hash);
  });
}
addEventListener("hashchange", () => follow(location.hash));
if (marks.length) rove(marks[0]);
follow(location.hash);
