import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { orderByDependency } from '../../src/manifest/dependencies';
import { readTree } from '../../src/manifest/tree';

function addObject(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap' });
}

function addGroup(scope: Construct, id: string, size = 3): Construct {
  const group = new Construct(scope, id);
  for (let index = 0; index < size; index++) addObject(group, String(index));
  return group;
}

/** The paths of all objects in order, or those of the cycle. */
function order(app: App): readonly string[] {
  const ordered = orderByDependency(readTree(app));
  if (ordered.kind === 'outside') return ['outside'];
  const constructs =
    ordered.kind === 'cycle' ? ordered.cycle : ordered.order.charts.flatMap(({ objects }) => [...objects]);
  return constructs.map((construct) => construct.node.path);
}

describe('the order of objects', () => {
  test('is that of their making where nothing waits for anything', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    for (const id of ['z', 'a', 'm']) addObject(chart, id);
    expect(order(app)).toEqual(['c/z', 'c/a', 'c/m']);
  });

  test('puts all objects of a group after all of the group it waits for', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    const [web, data] = ['web', 'data'].map((id) => addGroup(chart, id, 2));
    web.node.addDependency(data);
    expect(order(app)).toEqual(['c/data/0', 'c/data/1', 'c/web/0', 'c/web/1']);
  });

  test('lets a construct wait for the one object in it', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    addObject(chart, 'first');
    chart.node.addDependency(addObject(chart, 'namespace'));
    expect(order(app)).toEqual(['c/namespace', 'c/first']);
  });

  test('refuses that a construct waits for several objects in it, which would have to wait for each other', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    chart.node.addDependency(addGroup(chart, 'group'));
    expect(order(app)).toEqual(['c', 'c/group', 'c']);
  });

  test('is found in linear time: a chain of 2,000 groups, and a group that 2,000 wait for', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    const groups = Array.from({ length: 2000 }, (_, index) => addGroup(chart, `g${index}`));
    for (let index = 1; index < groups.length; index++) groups[index - 1].node.addDependency(groups[index]);
    const shared = addGroup(chart, 'shared', 2000);
    for (const group of groups) group.node.addDependency(shared);
    const paths = order(app);
    expect(paths).toHaveLength(8000);
    expect(paths[0]).toBe('c/shared/0');
    expect(paths[7999]).toBe('c/g0/2');
  });

  test('is found in linear time where every chart waits for one large chart', () => {
    const app = new App();
    const large = new Chart(app, 'large');
    for (let index = 0; index < 3000; index++) addObject(large, `o${index}`);
    for (let index = 0; index < 1000; index++) {
      const chart = new Chart(app, `c${index}`);
      addObject(chart, 'x');
      chart.addDependency(large);
    }
    expect(order(app).slice(2998, 3002)).toEqual(['large/o2998', 'large/o2999', 'c0/x', 'c1/x']);
  });

  test('does not change the tree', () => {
    const app = new App();
    const [web, data] = ['web', 'data'].map((id) => new Chart(app, id));
    const [a, b] = [addObject(web, 'a'), addObject(data, 'b')];
    a.addDependency(b);
    order(app);
    expect(web.node.dependencies).toEqual([]);
    expect(a.node.dependencies).toEqual([b]);
  });
});
