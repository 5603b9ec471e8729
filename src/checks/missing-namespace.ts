import { once } from '../once';
import type { Problem } from '../problems/problem';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/**
 * Namespaces that are not among the objects: once for each. Namespaces are mostly made by others, so that without a closed
 * world only a slip of the keyboard counts: a name that is one letter off a namespace that is there.
 */
export function missingNamespace(context: CrossCheckContext): readonly Problem[] {
  const { manifests, outside } = context;
  const defined = new Set<string>();
  for (const { identity } of manifests) {
    if (identity.kind === 'Namespace' && identity.apiVersion === 'v1') defined.add(identity.name);
  }
  // Mostly no namespace is missing, and nobody asks.
  const slipOf = once(() => readSlips(defined));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  manifests.forEach(({ identity }, node) => {
    const { namespace } = identity;
    if (namespace === undefined || defined.has(namespace) || seen.has(namespace)) return;
    seen.add(namespace);
    if (outside.has('Namespace', '', namespace)) return;
    const meant = slipOf()(namespace);
    if (meant === undefined && !outside.isClosed) return;
    const there = meant === undefined ? 'none of the objects defines it' : `there is "${meant}"`;
    problems.push(
      problemOf(context, {
        code: 'PLM7004',
        severity: outside.isClosed ? 'error' : 'warning',
        node,
        field: 'metadata.namespace',
        message: `There is no namespace "${namespace}"; ${there}.`,
      }),
    );
  });
  return problems;
}

/** Finds the name that was meant, by what is left of both without one letter: all pairs of names would be too many. */
function readSlips(defined: ReadonlySet<string>): (written: string) => string | undefined {
  const names = new Map<string, string[]>();
  for (const name of defined) {
    for (const form of formsOf(name)) {
      const others = names.get(form);
      if (!others) names.set(form, [name]);
      // Beyond that, names are alike by chance.
      else if (others.length < 20) others.push(name);
    }
  }
  return (written) =>
    formsOf(written)
      .flatMap((form) => names.get(form) ?? [])
      .find((name) => isSlip(written, name));
}

function formsOf(name: string): readonly string[] {
  return [name, ...Array.from(name.slice(0, 63), (_letter, index) => name.slice(0, index) + name.slice(index + 1))];
}

/** Whether two letters changed places, or one inside was left out or doubled: nobody names two namespaces like that. */
function isSlip(written: string, meant: string): boolean {
  if (Math.min(written.length, meant.length) < 4) return false;
  if (written.length === meant.length) return isSwap(written, meant);
  const [shorter, longer] = written.length < meant.length ? [written, meant] : [meant, written];
  if (longer.length - shorter.length !== 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  const isInside = at > 0 && at < longer.length - 1 && /[a-z]/.test(longer[at]);
  return isInside && shorter.slice(at) === longer.slice(at + 1);
}

function isSwap(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const swapped = one[at + 1] === other[at] && one[at] === other[at + 1];
  return swapped && /[a-z]{2}/.test(one.slice(at, at + 2)) && one.slice(at + 2) === other.slice(at + 2);
}
