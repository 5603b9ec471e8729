import type { GraphObject } from '../../graph/graph-object';
import { keyOfObject } from '../../changes/compared-object';
import type { ObjectIdentity } from '../../problems/problem';
import { nearest } from '../../values/nearest';
import type { Drawn } from './drawn';

/**
 * The part of the objects that is in certain namespaces, or below certain constructs. What is left out is referred to as what is not there.
 *
 * @returns a sentence where one of the names is that of nothing
 */
export function onlyIn(drawn: Drawn, names: readonly string[]): Drawn | string {
  if (names.length === 0) return drawn;
  const wrong = names.find((name) => !drawn.objects.some((object) => isIn(object, name)));
  if (wrong !== undefined) return describeUnknown(wrong, drawn.objects);
  const objects = drawn.objects.filter((object) => names.some((name) => isIn(object, name)));
  const kept = new Set(objects.map(({ identity }) => keyOfObject(identity)));
  const gone = new Set(drawn.objects.map(({ identity }) => keyOfObject(identity)).filter((key) => !kept.has(key)));
  const isKept = (identity: ObjectIdentity): boolean => {
    const key = keyOfObject(identity);
    // What is deleted is in no construct any more.
    return kept.has(key) || (!gone.has(key) && names.includes(identity.namespace ?? ''));
  };
  return {
    ...drawn,
    objects,
    problems: drawn.problems.filter(({ object }) => object && isKept(object)),
    changes: drawn.changes.filter(({ identity }) => isKept(identity)),
  };
}

function isIn({ file, identity, origin }: GraphObject, name: string): boolean {
  const path = origin?.construct ?? file ?? '';
  return identity.namespace === name || path === name || path.startsWith(`${name}/`);
}

function describeUnknown(name: string, objects: readonly GraphObject[]): string {
  const known = new Set(
    objects.flatMap(({ identity, origin }) => {
      const steps = origin?.construct.split('/') ?? [];
      return [identity.namespace ?? '', ...steps.map((_, index) => steps.slice(0, index + 1).join('/'))];
    }),
  );
  known.delete('');
  const near = nearest(name, [...known], 3);
  const hint = near.length > 0 ? near : [...known].sort().slice(0, 10);
  return `--only: no object is in the namespace, chart or construct \`${name}\`.${hint.length > 0 ? ` There is ${hint.join(', ')}.` : ''}`;
}
