import fc from 'fast-check';
import { joined } from '../../src/graph/joined';
import { remembering } from '../../src/graph/layers';
import type { LayerLine } from '../../src/graph/layers';
import { lineBetween } from '../../src/graph/line-between';
import { pack } from '../../src/graph/pack';
import type { Box } from '../../src/graph/placement';
import { deployments, laidOut, objectsOf, shop } from './graph-objects';

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('a layout', () => {
  test.each([
    ['a small application', objectsOf(shop)],
    ['many objects', deployments(80)],
  ])('of %s has no object over another one, and each in its group', (_, objects) => {
    const { graph, placement } = laidOut(objects);
    placement.nodes.forEach((box, node) => {
      expect(placement.nodes.slice(node + 1).filter((other) => overlap(box, other))).toEqual([]);
      expect(isInside(box, placement.groups[graph.nodes[node].group])).toBe(true);
    });
    graph.groups.forEach(({ parent }, group) => {
      if (parent === undefined) return;
      expect(isInside(placement.groups[group], placement.groups[parent])).toBe(true);
      const siblings = graph.groups.flatMap((it, other) => (it.parent === parent && other > group ? [other] : []));
      expect(siblings.filter((other) => overlap(placement.groups[group], placement.groups[other]))).toEqual([]);
    });
  });

  test('goes from who refers to what is referred to', () => {
    const { connections, placement } = laidOut(objectsOf(shop));
    const steps = connections.map(({ from, to }) => placement.nodes[to].x - placement.nodes[from].x);
    expect(steps.every((step) => step > 0)).toBe(true);
  });

  test('is the same every time', () => {
    expect(laidOut(deployments(30)).placement).toEqual(laidOut(deployments(30)).placement);
  });

  test('has whole numbers', () => {
    const { placement } = laidOut(deployments(10));
    expect(JSON.stringify(placement)).not.toMatch(/\d\.\d/);
  });

  test('makes no long band of groups that hang together', () => {
    const team = (index: number) => `---
apiVersion: v1
kind: ServiceAccount
metadata: { name: deployer, namespace: team-${index} }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: team-${index} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects: [{ kind: ServiceAccount, name: deployer, namespace: team-${index + 1} }]
`;
    const { placement } = laidOut(objectsOf(Array.from({ length: 7 }, (_, index) => team(index)).join('')));
    expect(placement.width / placement.height).toBeLessThan(3);
  });

  test('puts what hangs together and is too much for layers into rows', () => {
    const policy = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'hub', namespace: 'team-0' } };
    const users = deployments(500).filter(({ identity }) => identity.namespace === 'team-0');
    const all = users.map((it) =>
      JSON.parse(JSON.stringify(it).replaceAll('"configMapRef":{"name"', '"secretRef":{"name":"hub"},"x":{"name"')),
    ) as typeof users;
    const hub = { identity: { apiVersion: 'v1', kind: 'Secret', name: 'hub', namespace: 'team-0' }, object: policy };
    const { connections, placement } = laidOut([hub, ...all.map(({ identity, object }) => ({ identity, object }))]);
    expect(connections.length).toBeGreaterThan(60);
    expect(placement.lines.every(({ points }) => points.length === 2)).toBe(true);
    expect(placement.width / placement.height).toBeLessThan(3);
  });
});

describe('layers', () => {
  test('are computed once for what looks alike, and not without end', () => {
    const asked: number[] = [];
    const layOut = remembering((boxes, lines) => {
      asked.push(lines.length);
      return { boxes: boxes.map((box) => ({ ...box, x: 0, y: 0 })), lines: [] };
    });
    const lines = (count: number): readonly LayerLine[] => Array.from({ length: count }, () => ({ from: 0, to: 0 }));
    const box = { width: 1, height: 1 };
    expect(layOut([box], lines(3000))).toBe(layOut([box], lines(3000)));
    expect(layOut([box], lines(1001))).toBeUndefined();
    expect(layOut([box], lines(1000))).toBeDefined();
    expect(asked).toEqual([3000, 1000]);
  });
});

describe('boxes', () => {
  const sizes = fc.array(
    fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) }),
    {
      maxLength: 40,
    },
  );

  test('are packed without overlaps, whatever their sizes', () => {
    fc.assert(
      fc.property(sizes, (boxes) => {
        const { height, places, width } = pack(boxes, 10);
        const placed = boxes.map((box, index) => ({ ...box, ...places[index] }));
        const frame = { x: 0, y: 0, width, height };
        return placed.every(
          (box, index) => isInside(box, frame) && !placed.slice(index + 1).some((other) => overlap(box, other)),
        );
      }),
    );
  });

  test('that are alike fill rows', () => {
    const { height, width } = pack(
      Array.from({ length: 12 }, () => ({ width: 100, height: 50 })),
      10,
    );
    expect({ width, height }).toEqual({ width: 320, height: 230 });
  });
});

test('links join items', () => {
  const links = [
    { from: 0, to: 3 },
    { from: 4, to: 3 },
    { from: 2, to: 2 },
  ];
  expect(joined(6, links)).toEqual([
    { items: [0, 3, 4], links: [links[0], links[1]] },
    { items: [1], links: [] },
    { items: [2], links: [links[2]] },
    { items: [5], links: [] },
  ]);
});

test.each([
  ['right', 300, 0, 'across', [100, 20, 300, 20]],
  ['left', -300, 0, 'across', [0, 20, -200, 20]],
  ['bottom', 20, 200, 'down', [50, 40, 70, 200]],
  ['top', 20, -200, 'down', [50, 0, 70, -160]],
])('a line leaves at the %s where the other end is there', (_, x, y, direction, [fromX, fromY, toX, toY]) => {
  const line = lineBetween({ x: 0, y: 0, width: 100, height: 40 }, { x, y, width: 100, height: 40 });
  const points = [
    { x: fromX, y: fromY },
    { x: toX, y: toY },
  ];
  expect(line).toEqual({ direction, points });
});
