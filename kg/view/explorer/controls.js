// The filters beside the legend: how sure, which speech act, which outlet, when; how many statements pass them.

const BARS = 40;  // of the histogram, at most

function makeControls(place) {
  const groups = [["certainty", "How sure"], ["act", "Speech act"], ["outlet", "Outlet"]];
  const boxes = groups.map(([group, title]) => choices(group, title));
  const when = dates();
  place.replaceChildren(...[when && when.made, ...boxes].filter(Boolean));
  return () => {
    if (when) when.show();
    for (const box of place.querySelectorAll("input[type=checkbox]")) box.checked = !state.off[box.dataset.group].has(box.value);
    for (const all of place.querySelectorAll(".all")) all.hidden = !state.off[all.dataset.group].size;
  };
}

function choices(group, title) {
  const rows = counted(statements, KEYS[group]);
  const all = new Set(rows.map(([value]) => value));
  const but = (value) => change({ off: { ...state.off, [group]: new Set([...all].filter((other) => other !== value)) } });
  return element("fieldset", "", [
    element("legend", "", title),
    ...rows.map(([value, count]) => element("div", "choice", [
      element("label", "", [
        element("input", "", [], { type: "checkbox", value, checked: true, onchange: () => toggle(group, value), attributes: { "data-group": group } }),
        element("span", "value", value), element("span", "count", count.toLocaleString("en")),
      ]),
      rows.length > 1 ? button("only", "only", () => but(value), { "aria-label": `Only ${value}` }) : "",
    ])),
    rows.length > 1 ? button("all", "all", () => change({ off: { ...state.off, [group]: new Set() } }), { "aria-label": `All of ${title}`, "data-group": group }) : "",
  ]);
}

// Two sliders over the time from the first day to the last, above them how many statements each part of it has.
function dates() {
  if (days.length < 2) return null;
  const last = daysFrom(days.at(-1));
  const thumb = (name, label, value) => element("input", "", [], { type: "range", min: 0, max: last, value, attributes: { "aria-label": label, id: `slide-${name}` } });
  const [from, to] = [thumb("from", "First day", 0), thumb("to", "Last day", last)];
  const read = element("output", "", "");
  const moved = (event) => {
    if (Number(from.value) > Number(to.value)) (event.target === from ? to : from).value = event.target.value;
    change({ from: Number(from.value) ? dayAt(from.value) : "", to: Number(to.value) < last ? dayAt(to.value) : "" });
  };
  from.addEventListener("input", moved);
  to.addEventListener("input", moved);
  return {
    made: element("fieldset", "dates", [element("legend", "", "When it was said"), histogram(last), element("div", "slider", [from, to]), read]),
    show: () => {
      from.value = state.from ? daysFrom(state.from) : 0;
      to.value = state.to ? daysFrom(state.to) : last;
      const undated = statements.some((one) => !one.day) && (state.from || state.to) ? "; what has no date is left out" : "";
      read.textContent = `${dayAt(from.value)} – ${dayAt(to.value)}${undated}`;
      for (const thumb of [from, to]) thumb.setAttribute("aria-valuetext", dayAt(thumb.value));
    },
  };
}

// How many days a day is after the first one there is, and the other way round.
function daysFrom(day) {
  return Math.round((Date.parse(day) - Date.parse(days[0])) / 86_400_000);
}

function dayAt(count) {
  return new Date(Date.parse(days[0]) + count * 86_400_000).toISOString().slice(0, 10);
}

function histogram(last) {
  const bars = Math.min(BARS, last + 1);
  const counts = Array(bars).fill(0);
  for (const one of statements) if (one.day) counts[Math.floor((daysFrom(one.day) * bars) / (last + 1))] += 1;
  const most = Math.max(...counts);
  return svg("svg", { class: "histogram", viewBox: `0 0 ${bars} 10`, preserveAspectRatio: "none", "aria-hidden": "true" },
    counts.map((count, number) => svg("rect", { x: number + 0.08, width: 0.84, y: 10 - (10 * count) / most, height: (10 * count) / most })));
}
