/** The part of the page's script that searches, filters and lists objects. */
export const listScript: string = String.raw`
const pageSize = 200;
const list = { shown: pageSize };
const words = nodes.map((node) => [node.kind, node.name, node.namespace, node.construct || '', node.source || ''].join(' ').toLowerCase());

function countBy(what) {
  const counts = new Map();
  for (const node of nodes) counts.set(what(node), (counts.get(what(node)) || 0) + 1);
  return [...counts].sort((left, right) => (left[0] < right[0] ? -1 : 1));
}

/** One box to tick for each value. Nothing ticked is everything. */
function filterBy(home, what) {
  const ticked = new Set();
  for (const [value, count] of countBy(what)) {
    const box = element('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      if (box.checked) ticked.add(value);
      else ticked.delete(value);
      search();
    });
    home.append(element('label', {}, box, element('span', {}, value || 'none'), element('span', { class: 'number' }, String(count))));
  }
  return (node) => ticked.size === 0 || ticked.has(what(node));
}

const isOfKind = filterBy(byId('kinds'), (node) => node.kind || 'object');
const isInNamespace = filterBy(byId('namespaces'), (node) => node.namespace);
const marks = [
  ['With problems', (node) => Boolean(node.severity)],
  ['With changes', (node) => Boolean(node.change)],
  ['Not in this set', (node) => node.is === 'outside'],
].filter(([, has]) => nodes.some(has));
const isMarked = filterByMarks(byId('marks'));

function filterByMarks(home) {
  home.hidden = marks.length === 0;
  const ticked = new Set();
  for (const [name, has] of marks) {
    const box = element('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      if (box.checked) ticked.add(has);
      else ticked.delete(has);
      search();
    });
    home.append(element('label', {}, box, element('span', {}, name), element('span', { class: 'number' }, String(nodes.filter(has).length))));
  }
  return (node) => [...ticked].every((has) => has(node));
}

/** Finds what the search field and the filters say, in the list and in the picture. */
function search() {
  const wanted = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = nodes
    .map((_, index) => index)
    .filter((index) => wanted.every((word) => words[index].includes(word)))
    .filter((index) => isOfKind(nodes[index]) && isInNamespace(nodes[index]) && isMarked(nodes[index]));
  state.matches = found.length === nodes.length ? null : new Set(found);
  list.found = found;
  list.shown = pageSize;
  const count = (is) => found.filter((index) => nodes[index].is === is).length;
  const own = count('object');
  const counts = [(own === totals[0] ? '' : own + ' of ') + totals[0] + (totals[0] === 1 ? ' object' : ' objects')];
  if (count('outside') > 0) counts.push(count('outside') + ' not in this set');
  byId('status').textContent = found.length === 0 ? 'Nothing is found: ' + counts.join(', ') : counts.join(', ');
  writeList();
  draw();
}

function writeList() {
  const home = byId('objects');
  home.replaceChildren();
  let group = -1;
  let items;
  for (const index of [...list.found].sort((left, right) => nodes[left].group - nodes[right].group || left - right).slice(0, list.shown)) {
    const node = nodes[index];
    if (node.group !== group) {
      group = node.group;
      items = element('ul', {});
      home.append(element('h3', {}, pathOf(group) || 'In no group'), items);
    }
    items.append(element('li', {}, entryOf(index)));
  }
  const more = list.found.length - list.shown;
  if (more > 0) {
    const button = element('button', { type: 'button', class: 'more' }, 'Show ' + Math.min(more, pageSize) + ' more of ' + more);
    button.addEventListener('click', () => {
      list.shown += pageSize;
      writeList();
    });
    home.append(button);
  }
}

function pathOf(group) {
  const titles = [];
  for (let index = group; index > 0; index = groups[index].parent) titles.unshift(groups[index].title);
  return titles.join(' · ');
}

/** A button that opens an object. */
function entryOf(index) {
  const { change, family, kindText, more, name, severity } = nodes[index];
  const button = element('button', { type: 'button', class: 'entry ' + family, 'data-entry': index });
  button.append(element('span', { class: 'kind' }, kindText), element('span', { class: 'name' }, name));
  if (change) button.append(element('span', { class: 'sign ' + change.kind, 'aria-hidden': true }, change.sign));
  if (severity) button.append(element('span', { class: 'dot ' + severity, 'aria-hidden': true }, severity === 'error' ? '✕' : '!'));
  if (more) button.append(element('span', { class: 'unseen' }, more));
  button.addEventListener('click', () => open(index, button));
  return button;
}

byId('search').addEventListener('input', search);
byId('search').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && list.found.length > 0) open(list.found[0], byId('search'));
  if (event.key === 'Escape' && byId('search').value !== '') {
    byId('search').value = '';
    search();
    event.stopPropagation();
  }
});
`;
