/** The part of the page's script that opens objects, moves the picture and listens to keys. */
export const detailsScript: string = String.raw`
const details = byId('details');
let opener = null;

/** Shows all of an object, and brings it into sight. */
function open(index, from) {
  opener = from || opener;
  state.selected = index;
  state.active = index;
  writeDetails(nodes[index], index);
  details.hidden = false;
  byId('about').focus({ preventScroll: true });
  bringIntoSight(index);
  history.replaceState(null, '', '#' + nodes[index].id);
  for (const entry of document.querySelectorAll('[data-entry]')) entry.removeAttribute('aria-current');
  const entry = document.querySelector('[data-entry="' + index + '"]');
  if (entry) entry.setAttribute('aria-current', 'true');
}

function close() {
  if (details.hidden) return;
  details.hidden = true;
  state.selected = -1;
  history.replaceState(null, '', '#');
  (opener && opener.isConnected ? opener : picture).focus({ preventScroll: true });
  draw();
}

function section(title, ...content) {
  return element('section', {}, element('h3', {}, title), ...content);
}

function writeDetails(node, index) {
  const facts = element('dl', {});
  const fact = (name, value) => value && facts.append(element('dt', {}, name), element('dd', {}, value));
  fact('Namespace', node.namespace);
  fact('Made by', node.construct);
  fact('At', node.source);
  const content = [element('p', { class: 'kind ' + node.family }, node.kindText), element('h2', { id: 'about', tabindex: '-1' }, node.name), facts];
  if (node.problems) content.push(section('Problems', problemList(node.problems)));
  if (node.change) content.push(section('Change: ' + node.change.kind, ...changeParts(node.change)));
  content.push(...referenceParts(index));
  if (node.yaml) content.push(section('YAML', element('pre', { tabindex: '0', 'aria-label': 'YAML of ' + node.name }, node.yaml)));
  byId('content').replaceChildren(...content);
  details.scrollTop = 0;
}

function problemList(problems) {
  const items = problems.map(({ code, fix, severity, text }) => {
    const head = element('strong', { class: severity }, severity + ' ' + code);
    return element('li', {}, head, ' ', text, element('span', { class: 'fix' }, fix));
  });
  return element('ul', { class: 'problems' }, ...items);
}

function changeParts({ effects, lines: changed }) {
  const names = { '+': 'added', '-': 'removed', ' ': '' };
  const hunk = changed.map(({ sign, text }) => element(sign === '+' ? 'ins' : sign === '-' ? 'del' : 'span', { title: names[sign] }, sign + ' ' + text + '\n'));
  const list = element('ul', {}, ...effects.map((effect) => element('li', {}, effect)));
  return hunk.length === 0 ? [list] : [list, element('pre', { class: 'hunk', tabindex: '0', 'aria-label': 'What changes' }, ...hunk)];
}

function referenceParts(index) {
  const parts = [];
  for (const [title, own, other] of [['Refers to', 'from', 'to'], ['Is referred to by', 'to', 'from']]) {
    const found = linesOf[index].filter((line) => lines[line][own] === index);
    if (found.length === 0) continue;
    const most = 100;
    const items = found.slice(0, most).map((line) => element('li', {}, element('span', { class: 'how' }, lines[line].label), entryOf(lines[line][other])));
    if (found.length > most) items.push(element('li', {}, 'and ' + (found.length - most) + ' more'));
    parts.push(section(title, element('ul', { class: 'references' }, ...items)));
  }
  return parts;
}

function bringIntoSight(index) {
  const { height, width: all } = picture.getBoundingClientRect();
  const width = all - (details.hidden || details.offsetWidth > all / 2 ? 0 : details.offsetWidth);
  const scale = Math.max(view.scale, isLarge ? 0.75 : 0.6);
  const { x, y } = nodes[index];
  const [left, top] = [x * view.scale + view.x, y * view.scale + view.y];
  const isSeen = left > 20 && top > 20 && left < width - nodeWidth * view.scale && top < height - nodeHeight * view.scale - 20;
  if (!isSeen || scale !== view.scale) {
    Object.assign(view, { scale, x: width / 2 - (x + nodeWidth / 2) * scale, y: height / 2 - (y + nodeHeight / 2) * scale });
  }
  draw();
}

function fitBox({ height, width, x, y }, most) {
  const room = picture.getBoundingClientRect();
  const scale = Math.min(most, (room.width - 32) / width, (room.height - 32) / height);
  Object.assign(view, { scale, x: (room.width - width * scale) / 2 - x * scale, y: (room.height - height * scale) / 2 - y * scale });
  draw();
}

const fitAll = () => fitBox({ x: 0, y: 0, width: data.width, height: data.height }, 1);

function zoom(factor, x, y) {
  const room = picture.getBoundingClientRect();
  const [left, top] = x === undefined ? [room.width / 2, room.height / 2] : [x - room.left, y - room.top];
  const scale = Math.min(3, Math.max(0.01, view.scale * factor));
  view.x = left - ((left - view.x) * scale) / view.scale;
  view.y = top - ((top - view.y) * scale) / view.scale;
  view.scale = scale;
  draw();
}

/** The object that is closest in a direction: what is aside counts double. */
function neighbour(index, right, down) {
  const from = nodes[index];
  let best = -1;
  let least = Infinity;
  nodes.forEach(({ x, y }, other) => {
    if (state.matches !== null && !state.matches.has(other)) return;
    const along = (x - from.x) * right + (y - from.y) * down;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    if (other === index || along <= 0 || along + 2 * aside >= least) return;
    least = along + 2 * aside;
    best = other;
  });
  return best;
}

const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
picture.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (arrows[event.key] && nodes.length > 0) {
    const next = state.active < 0 ? (list.found.length > 0 ? list.found[0] : 0) : neighbour(state.active, ...arrows[event.key]);
    if (next >= 0) state.active = next;
    bringIntoSight(state.active);
  } else if ((event.key === 'Enter' || event.key === ' ') && state.active >= 0) open(state.active, picture);
  else if (event.key === '+' || event.key === '=') zoom(1.25);
  else if (event.key === '-') zoom(0.8);
  else if (event.key === '0') fitAll();
  else return;
  event.preventDefault();
});
picture.addEventListener('focus', draw);
picture.addEventListener('blur', draw);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
  if (event.key === '/' && !/INPUT/.test(document.activeElement.tagName)) {
    byId('search').focus();
    event.preventDefault();
  }
});

const fingers = new Map();
let travelled = 0;
picture.addEventListener('pointerdown', (event) => {
  if (event.button !== 0) return;
  if (fingers.size === 0) travelled = 0;
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
});
picture.addEventListener('pointermove', (event) => {
  const last = fingers.get(event.pointerId);
  if (!last) return;
  const now = [event.clientX, event.clientY];
  const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
  travelled += Math.abs(now[0] - last[0]) + Math.abs(now[1] - last[1]);
  fingers.set(event.pointerId, now);
  if (travelled < 5) return;
  picture.setPointerCapture(event.pointerId);
  if (other) {
    const distance = (point) => Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]));
    zoom(distance(now) / distance(last), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    return;
  }
  view.x += now[0] - last[0];
  view.y += now[1] - last[1];
  draw();
});
for (const end of ['pointerup', 'pointercancel']) picture.addEventListener(end, (event) => fingers.delete(event.pointerId));
picture.addEventListener('click', (event) => {
  if (travelled >= 5) return;
  const node = event.target.closest('[data-node]');
  const group = event.target.closest('[data-group].closed');
  if (node) open(Number(node.dataset.node), picture);
  else if (group) fitBox(groups[Number(group.dataset.group)], 1);
  else close();
});
picture.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015) * (event.ctrlKey ? 4 : 1)), event.clientX, event.clientY);
  },
  { passive: false },
);

byId('zoom-in').addEventListener('click', () => zoom(1.25));
byId('zoom-out').addEventListener('click', () => zoom(0.8));
byId('fit').addEventListener('click', fitAll);
byId('close').addEventListener('click', close);
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (document.documentElement.dataset.theme || (prefersDark.matches ? 'dark' : 'light')) === 'dark';
const nameTheme = () => (byId('theme').textContent = isDark() ? 'Light' : 'Dark');
byId('theme').addEventListener('click', () => {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  nameTheme();
});
prefersDark.addEventListener('change', nameTheme);
nameTheme();

if (data.problems.length > 0) byId('general').append(section('Problems of no object', problemList(data.problems)));
byId('left-out').textContent = data.leftOut;
search();
fitAll();
const asked = nodes.findIndex(({ id }) => '#' + id === location.hash);
if (asked >= 0) open(asked, picture);
let width = picture.clientWidth;
new ResizeObserver(() => {
  view.x += (picture.clientWidth - width) / 2;
  width = picture.clientWidth;
  draw();
}).observe(picture);
`;
