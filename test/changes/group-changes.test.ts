import { groupChanges } from '../../src/changes/group-changes';
import { summarize } from '../../src/changes/summarize';
import { stoppedBy } from '../../src/changes/gates';
import { compare, deployment, object } from './objects';
import type { Fields } from './objects';

const labelled = (kind: string, name: string, version: string) =>
  object('v1', kind, name, { metadata: { labels: { version } } });
const groupsOf = (...sides: Parameters<typeof compare>): readonly (readonly string[])[] =>
  groupChanges(compare(...sides).changes).map(({ changes }) => changes.map(({ identity }) => identity.name));

describe('changes that are alike are one entry', () => {
  test('when a label moves, whatever the kinds', () => {
    const objects = (version: string) => [
      labelled('ConfigMap', 'a', version),
      labelled('ServiceAccount', 'b', version),
      labelled('ConfigMap', 'c', `${version}0`),
    ];
    expect(groupsOf(objects('1'), objects('2'))).toEqual([['a', 'b'], ['c']]);
  });

  test('when a tag moves, whatever the repository and the name of the container', () => {
    const named = (name: string, image: string) => ({ ...deployment({ name, image }), metadata: { name } });
    const objects = (tag: string, other: string) => [
      named('api', `localhost:5000/api:${tag}`),
      named('jobs', `localhost:5000/jobs:${tag}`),
      named('web', other),
    ];
    expect(groupsOf(objects('1', 'web:1'), objects('2', 'web:3'))).toEqual([['api', 'jobs'], ['web']]);
  });

  test('but not when the effects differ, nor for Secrets, nor for what comes and goes', () => {
    const replicas = (count: number) => (spec: Fields) => deployment(spec, { replicas: count });
    const one = { ...replicas(1)({}), metadata: { name: 'one' } };
    expect(
      groupsOf(
        [deployment(), one],
        [deployment({ image: 'web:2' }), { ...one, spec: replicas(0)({ image: 'web:2' }).spec }],
      ),
    ).toHaveLength(2);
    const secret = (name: string, value: string) => object('v1', 'Secret', name, { stringData: { value } });
    expect(groupsOf([secret('a', '1'), secret('b', '1')], [secret('a', '2'), secret('b', '3')])).toEqual([
      ['a'],
      ['b'],
    ]);
    expect(groupsOf([], [labelled('ConfigMap', 'a', '1'), labelled('ConfigMap', 'b', '1')])).toEqual([['a'], ['b']]);
  });
});

describe('a comparison in numbers', () => {
  const asking = (cpu: string, spec: Fields = {}) => deployment({ resources: { requests: { cpu } } }, spec);

  test('adds up Pods and what they ask for', () => {
    const gone = { ...asking('1'), metadata: { name: 'gone' } };
    expect(summarize(compare([asking('250m'), gone], [asking('500m', { replicas: 5 })]))).toEqual({
      kinds: { created: 0, changed: 1, deleted: 1, renamed: 0, moved: 0 },
      effects: [
        { kind: 'downtime', objects: 1, pods: 3 },
        { kind: 'restart', objects: 1, pods: 5 },
        { kind: 'capacity', objects: 2 },
      ],
      capacity: [
        { what: 'pods', resource: '', difference: '-1' },
        { what: 'requests', resource: 'cpu', difference: '-1250m' },
      ],
      defaults: 0,
    });
  });

  test('is stopped by gates: a restart is every Pod that stops, downtime only where no other serves', () => {
    const { changes } = compare(
      [deployment(), { ...deployment(), metadata: { name: 'gone' } }],
      [deployment({ image: 'web:2' })],
    );
    const names = (gate: 'restart' | 'downtime' | 'data') =>
      stoppedBy(gate, changes).map(({ identity }) => identity.name);
    expect([names('restart'), names('downtime'), names('data')]).toEqual([['gone', 'web'], ['gone'], []]);
  });
});
