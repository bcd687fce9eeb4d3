// Which statements the filters let pass.

const KEYS = {  // what a statement has in each group
  actor: (one) => nodes[one.speaker].kind,
  content: (one) => nodes[one.content].kind,
  act: (one) => one.act,
  certainty: (one) => one.certainty,
  outlet,
};
const VALUES = Object.fromEntries(GROUPS.map((group) => [group, new Set(statements.map(KEYS[group]))]));  // those there are
for (const { kind, family } of data.looks) VALUES[family].add(kind);
const days = [...new Set(statements.map((one) => one.day).filter(Boolean))].sort();

function passes(one) {
  return GROUPS.every((group) => !state.off[group].size || !state.off[group].has(KEYS[group](one)))
    && (!state.from || one.day >= state.from) && (!state.to || (one.day && one.day <= state.to))
    && (!state.only || concerns(one, nodeBy.get(state.only)));
}

function concerns(one, id) {
  return one.content === id || one.place === id || one.ties.includes(id);
}

function filtered() {
  return Boolean(state.from || state.to || state.only || GROUPS.some((group) => state.off[group].size));
}

function toggle(group, value) {
  const off = new Set(state.off[group]);
  if (!off.delete(value)) off.add(value);
  change({ off: { ...state.off, [group]: off } });
}
