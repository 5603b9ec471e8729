import { compareObjects } from '../../src/changes/compare-objects';
import { buildGraph } from '../../src/graph/build-graph';
import type { Graph } from '../../src/graph/graph';
import type { Problem } from '../../src/problems/problem';
import { made, objectsOf, shop } from './graph-objects';

const described = ({ edges, nodes }: Graph): readonly string[] =>
  edges.map(({ from, kind, to }) => `${nodes[from].id} ${kind} ${nodes[to].id}`);
const grouped = ({ groups, nodes }: Graph): readonly string[] =>
  nodes.map(({ group, id }) => {
    const path: string[] = [];
    for (let at: number | undefined = group; at !== undefined; at = groups[at].parent) {
      path.unshift(...groups[at].labels.map(({ kind, name }) => `${kind} ${name}`));
    }
    return [...path, id].join(' / ');
  });
const config = (name: string, namespace?: string): Readonly<Record<string, unknown>> => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...(namespace !== undefined && { namespace }) },
});

describe('a graph', () => {
  test('has the objects, their references, and what is referred to and not there', () => {
    const graph = buildGraph(objectsOf(shop));
    expect(described(graph)).toEqual([
      'Deployment_shop_web reads env from ConfigMap_shop_settings',
      'Deployment_shop_web reads env from Outside_Secret_shop_database',
      'Deployment_shop_web runs as ServiceAccount_shop_web',
      'Service_shop_web selects Deployment_shop_web',
    ]);
    expect(graph.nodes.filter(({ is }) => is === 'outside').map(({ identity }) => identity)).toEqual([
      { apiVersion: '', kind: 'Secret', name: 'database', namespace: 'shop' },
    ]);
  });

  test('groups by namespace, chart and construct; a box around one object or one box is none', () => {
    const graph = buildGraph([
      made('web/front/a', config('a', 'shop')),
      made('web/front/b', config('b', 'shop')),
      made('web/alone/c', config('c', 'shop')),
      made('mail/d', config('d', 'office')),
      made('mail/e', config('e', 'office')),
      made('mail/f', config('f')),
    ]);
    expect(grouped(graph)).toEqual([
      'namespace shop / chart web / construct front / ConfigMap_shop_a',
      'namespace shop / chart web / construct front / ConfigMap_shop_b',
      'namespace shop / chart web / ConfigMap_shop_c',
      'namespace office / chart mail / ConfigMap_office_d',
      'namespace office / chart mail / ConfigMap_office_e',
      'ConfigMap_f',
    ]);
    expect(graph.groups.map(({ labels }) => labels.length)).toEqual([0, 2, 1, 2]);
  });

  test('groups by files where there are several', () => {
    const objects = ['a.yaml', 'b.yaml'].flatMap((file) => [
      ...objectsOf(
        `${JSON.stringify(config(`${file}-1`, 'shop'))}\n---\n${JSON.stringify(config(`${file}-2`, 'shop'))}`,
        file,
      ),
    ]);
    expect(grouped(buildGraph(objects))[0]).toBe('namespace shop / file a.yaml / ConfigMap_shop_a_yaml_1');
    expect(grouped(buildGraph(objects.slice(0, 2)))[0]).toBe('namespace shop / ConfigMap_shop_a_yaml_1');
  });

  test('names two of one name apart', () => {
    const graph = buildGraph([made('a/x', config('a.b')), made('b/x', config('a-b')), made('c/x', config('a-b-2'))]);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['ConfigMap_a_b', 'ConfigMap_a_b_2', 'ConfigMap_a_b_2_2']);
  });

  test('has one line to all that a selector selects, where they are many', () => {
    const pods = Array.from({ length: 9 }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `p${index}`, namespace: 'shop', labels: { app: 'web' } },
      spec: { containers: [] },
    }));
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's', namespace: 'shop' },
      spec: { selector: { app: 'web' } },
    };
    const none = { ...service, metadata: { name: 'n', namespace: 'shop' }, spec: { selector: { app: 'none' } } };
    const graph = buildGraph([...pods, service, none].map((object) => made('web', object)));
    expect(described(graph)).toEqual([
      'Service_shop_s selects Selected_Pod_shop_app_web',
      'Service_shop_n selects Selected_Pod_shop_app_none',
    ]);
    expect(graph.nodes.slice(-2).map(({ selected }) => selected)).toEqual([9, 0]);
  });

  test('joins what fields of one object say alike', () => {
    const text = shop.replace('envFrom:', 'envFrom:\n            - configMapRef: { name: settings }');
    const graph = buildGraph(objectsOf(text));
    expect(graph.edges[0].fields).toEqual([
      'spec.template.spec.containers[0].envFrom[0].configMapRef.name',
      'spec.template.spec.containers[0].envFrom[1].configMapRef.name',
    ]);
  });

  test('gives each problem to its object, once', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'settings' };
    const problem: Problem = { code: 'PLM7001', severity: 'warning', message: 'It is odd.', object };
    const elsewhere: Problem = { code: 'PLM7001', severity: 'error', message: 'It is odd.' };
    const graph = buildGraph(objectsOf(shop), { problems: [problem, problem, elsewhere] });
    expect(graph.nodes[2].problems).toEqual([problem]);
    expect(graph.problems).toEqual([elsewhere]);
  });

  test('tells copies of an object in several charts apart by their constructs', () => {
    const objects = [made('east/a', config('a')), made('west/a', config('a'))];
    const object = { apiVersion: 'v1', kind: 'ConfigMap', name: 'a' };
    const problem: Problem = { code: 'PLM7001', severity: 'warning', message: 'Odd.', object, construct: 'west/a' };
    expect(buildGraph(objects, { problems: [problem] }).nodes.map(({ problems }) => problems.length)).toEqual([0, 1]);
  });

  test('marks what changes, and draws what goes', () => {
    const before = objectsOf(`${shop}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: old, namespace: shop }\n`);
    const after = objectsOf(shop.replace('LOG_LEVEL: info', 'LOG_LEVEL: debug'));
    const sides = [before, after].map((objects) =>
      objects.map(({ identity, object }) => ({ identity, object: () => object })),
    );
    const { changes } = compareObjects(sides[0], sides[1]);
    const graph = buildGraph(after, { changes });
    expect(graph.nodes.flatMap(({ change, id }) => (change ? [`${id} ${change.kind}`] : []))).toEqual([
      'ConfigMap_shop_settings changed',
      'ConfigMap_shop_old deleted',
    ]);
  });

  test('of nothing is empty', () => {
    expect(buildGraph([])).toEqual({ groups: [{ id: 'Group_', labels: [] }], nodes: [], edges: [], problems: [] });
  });
});
