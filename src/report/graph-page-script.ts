import { detailsScript } from './graph-page-details';
import { listScript } from './graph-page-list';

/**
 * The script of the page. It is text here, because it runs in a browser and not in Node; a test lints it. It makes elements with
 * `createElement` and texts only, so that nothing in the objects can become a tag.
 */
export const pageScript: string = [
  "'use strict';",
  '(() => {',
  String.raw`
const SVG = 'http://www.w3.org/2000/svg';
const data = JSON.parse(document.getElementById('data').textContent);
const { groups, lines, nodeHeight, nodeWidth, nodes } = data;
// More objects than this are shown by their groups until there is room for their names.
const isLarge = nodes.length > 300;
const roomForObjects = 0.3;
const roomForNames = 0.4;
const picture = document.getElementById('picture');
const world = document.getElementById('world');
const view = { x: 0, y: 0, scale: 1 };
const state = { selected: -1, active: -1, matches: null, frame: 0 };

const byId = (id) => document.getElementById(id);
const linesOf = nodes.map(() => []);
lines.forEach((line, index) => {
  linesOf[line.from].push(index);
  linesOf[line.to].push(index);
});
const childrenOf = groups.map(() => []);
const membersOf = groups.map(() => []);
groups.forEach((group, index) => group.parent >= 0 && childrenOf[group.parent].push(index));
nodes.forEach((node, index) => membersOf[node.group].push(index));
/** How many of the nodes of each group, and of the groups in it, are such. */
function countIn(isSuch) {
  const counts = groups.map((_, index) => membersOf[index].filter((node) => isSuch(nodes[node])).length);
  for (let index = groups.length - 1; index > 0; index -= 1) counts[groups[index].parent] += counts[index];
  return counts;
}
const totals = countIn(({ is }) => is === 'object');
const flawed = countIn(({ severity }) => severity);
const changed = countIn(({ change }) => change);

/** What is in a group, where its objects are not shown. */
function sumOf(index) {
  const words = [totals[index] + (totals[index] === 1 ? ' object' : ' objects')];
  if (flawed[index] > 0) words.push(flawed[index] + ' with problems');
  if (changed[index] > 0) words.push(changed[index] + ' changed');
  return words.join(', ');
}

/** An HTML element with attributes, and texts or elements in it. */
function element(name, attributes, ...content) {
  const made = document.createElement(name);
  place(made, attributes);
  made.append(...content);
  return made;
}

function drawing(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  place(made, attributes);
  made.append(...content);
  return made;
}

function place(made, attributes) {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
}

function fit(text, most) {
  const characters = [...text];
  if (characters.length <= most) return text;
  const end = Math.floor((most - 1) / 3);
  return characters.slice(0, most - 1 - end).join('') + '…' + characters.slice(-end).join('');
}

/** Elements of one layer of the picture: those that are wanted are there, and no others. */
function layer(name, make, update) {
  const home = byId(name);
  const shown = new Map();
  return (wanted) => {
    for (const [key, made] of shown) {
      if (wanted.has(key)) continue;
      made.remove();
      shown.delete(key);
    }
    for (const key of wanted) {
      let made = shown.get(key);
      if (!made) {
        made = make(key);
        shown.set(key, made);
        home.append(made);
      }
      update(made, key);
    }
  };
}

const showGroups = layer(
  'groups',
  (index) => {
    const texts = [drawing('text', { class: 'title' }), drawing('text', { class: 'sum' })];
    return drawing('g', { class: 'group', 'data-group': index }, drawing('rect', {}), ...texts);
  },
  (made, index) => {
    const { height, names, title, width, x, y } = groups[index];
    const isClosed = state.closed.has(index);
    // In a closed group everything has the same size whatever the scale is.
    const unit = 1 / view.scale;
    const size = isClosed ? Math.min(13 * unit, height / 3) : Math.min(20, Math.max(12.5, 13 * unit));
    const inset = isClosed ? Math.min(2 * unit, width / 20, height / 20) : 0;
    const [box, text, sum] = made.children;
    place(box, { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset, rx: isClosed ? 6 * unit : 8 });
    const left = isClosed ? x + Math.min(12 * unit, width / 10) : x + 16;
    place(text, { x: left, y: isClosed ? y + height / 2 : y + 23 });
    place(sum, { x: left, y: y + height / 2 + size * 1.3 });
    text.style.fontSize = size + 'px';
    sum.style.fontSize = size * 0.9 + 'px';
    const room = Math.max(3, Math.floor((width - 2 * (left - x)) / (size * 0.65)));
    text.textContent = fit(isClosed ? names : title, room);
    sum.textContent = isClosed ? fit(sumOf(index), Math.floor(room * 1.3)) : '';
    made.classList.toggle('closed', isClosed);
    made.classList.toggle('flawed', isClosed && flawed[index] > 0);
  },
);

const showNodes = layer(
  'nodes',
  (index) => {
    const { about, change, family, id, is, kindText, name, problems, severity, x, y } = nodes[index];
    const classes = ['node', family, is, change && change.kind, severity].filter(Boolean).join(' ');
    const room = 26 - (change ? 3 : 0) - (severity ? 3 : 0);
    const made = drawing(
      'g',
      { class: classes, id: 'node-' + id, role: 'img', 'aria-label': about, 'data-node': index, transform: 'translate(' + x + ' ' + y + ')' },
      drawing('rect', { class: 'box', width: nodeWidth, height: nodeHeight, rx: 7 }),
      drawing('rect', { class: 'mark', y: 9, width: 3, height: nodeHeight - 18, rx: 1.5 }),
      drawing('text', { class: 'kind', x: 14, y: 18 }, fit(kindText, room + 4)),
      drawing('text', { class: 'name', x: 14, y: 35 }, fit(name, room)),
    );
    if (change) made.append(drawing('text', { class: 'sign', x: nodeWidth - (severity ? 46 : 22), y: 29 }, change.sign));
    if (severity) {
      const count = Math.min(problems.length, 99);
      made.append(drawing('circle', { class: 'badge', cx: nodeWidth - 18, cy: 23, r: 10 }), drawing('text', { class: 'count', x: nodeWidth - 18, y: 27 }, count));
    }
    return made;
  },
  (made, index) => {
    const isNear = state.selected < 0 || state.near.has(index);
    made.classList.toggle('dim', !isNear || (state.matches !== null && !state.matches.has(index)));
    made.classList.toggle('selected', index === state.selected);
    made.classList.toggle('active', index === state.active && document.activeElement === picture);
  },
);

const showLines = layer(
  'lines',
  (index) => {
    const { dashed, path } = lines[index];
    return drawing('path', { class: dashed ? 'line dashed' : 'line', d: path, 'marker-end': 'url(#arrow)' });
  },
  (made, index) => {
    const { at, from, to } = lines[index];
    const isHot = from === state.selected || to === state.selected;
    const isOut = state.matches !== null && !(state.matches.has(from) && state.matches.has(to));
    made.classList.toggle('hot', isHot);
    made.classList.toggle('far', !at);
    made.classList.toggle('dim', !isHot && (state.selected >= 0 || isOut));
  },
);

const showLabels = layer(
  'labels',
  (index) => {
    const { at, box, label } = lines[index];
    const [x, y] = at || [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return drawing('text', { class: 'label', x, y: y + 3 }, label);
  },
  (made, index) => {
    const { from, to } = lines[index];
    const isHot = from === state.selected || to === state.selected;
    const isOut = state.matches !== null && !(state.matches.has(from) && state.matches.has(to));
    made.classList.toggle('dim', !isHot && (state.selected >= 0 || isOut));
  },
);

/** Draws what is in sight, and no more of it than can be told apart. */
function render() {
  state.frame = 0;
  const { scale, x, y } = view;
  world.setAttribute('transform', 'translate(' + x + ' ' + y + ') scale(' + scale + ')');
  const { height, width } = picture.getBoundingClientRect();
  const sight = [-x / scale, -y / scale, (width - x) / scale, (height - y) / scale];
  const inSight = (left, top, right, bottom) => right >= sight[0] && left <= sight[2] && bottom >= sight[1] && top <= sight[3];
  const showsObjects = !isLarge || scale >= roomForObjects;
  world.classList.toggle('nameless', scale < roomForNames && isLarge);
  const wanted = { groups: new Set(), nodes: new Set(), lines: new Set(), labels: new Set() };
  state.closed = new Set();
  const visit = (index) => {
    const group = groups[index];
    if (!inSight(group.x, group.y, group.x + group.width, group.y + group.height)) return;
    if (index > 0) wanted.groups.add(index);
    const children = childrenOf[index];
    const roomy = children.filter((child) => groups[child].width * scale >= 70).length * 2 >= children.length;
    if (!showsObjects && index > 0 && (children.length === 0 || !roomy)) {
      state.closed.add(index);
      return;
    }
    for (const child of children) visit(child);
    if (!showsObjects) return;
    for (const node of membersOf[index]) {
      const { x: left, y: top } = nodes[node];
      if (inSight(left, top, left + nodeWidth, top + nodeHeight)) wanted.nodes.add(node);
    }
  };
  visit(0);
  state.near = new Set([state.selected]);
  if (state.selected >= 0) for (const index of linesOf[state.selected]) state.near.add(lines[index].from).add(lines[index].to);
  lines.forEach(({ at, box, from, to }, index) => {
    const isHot = from === state.selected || to === state.selected;
    // Lines from one group to another only cross what is between them: in a large picture they are shown when asked for.
    if (!isHot && (!showsObjects || (isLarge && !at))) return;
    if (!inSight(box[0], box[1], box[2], box[3])) return;
    wanted.lines.add(index);
    if (scale >= 0.55 && (at || isHot)) wanted.labels.add(index);
  });
  showGroups(wanted.groups);
  showLines(wanted.lines);
  showNodes(wanted.nodes);
  showLabels(wanted.labels);
  if (wanted.nodes.has(state.active)) picture.setAttribute('aria-activedescendant', 'node-' + nodes[state.active].id);
  else picture.removeAttribute('aria-activedescendant');
}

function draw() {
  if (!state.frame) state.frame = requestAnimationFrame(render);
}
`,
  listScript,
  detailsScript,
  '})();',
].join('\n');
