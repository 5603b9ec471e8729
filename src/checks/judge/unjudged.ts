import type { ObjectIdentity, Problem } from '../../problems/problem';

/** A kind that could not be judged, and how many objects of it there are. */
export interface UnjudgedKind {
  /** API group and version. */
  readonly apiVersion: string;
  /** The kind. */
  readonly kind: string;
  /** How many objects of it there are. */
  readonly count: number;
}

/** The kinds of objects that were not judged, in the order in which they first occur. */
export function listUnjudged(identities: readonly ObjectIdentity[]): readonly UnjudgedKind[] {
  const kinds = new Map<string, UnjudgedKind>();
  for (const { apiVersion, kind } of identities) {
    const key = `${apiVersion} ${kind}`;
    kinds.set(key, { apiVersion, kind, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  return [...kinds.values()];
}

/** One warning for each built-in kind that is not covered, and one for all kinds that somebody else defines. */
export function describeUnjudged(kinds: readonly UnjudgedKind[], kubernetes: string): readonly Problem[] {
  const custom = kinds.filter((it) => !isBuiltIn(it.apiVersion));
  const problems = kinds
    .filter((it) => isBuiltIn(it.apiVersion))
    .map((it) => describe(`${counted(it)} not judged: this kind is not covered for Kubernetes ${kubernetes}.`));
  if (custom.length === 0) return problems;
  const total = custom.reduce((sum, { count }) => sum + count, 0);
  const objects = total === 1 ? '1 custom resource was' : `${total} custom resources were`;
  const named = custom.map(({ apiVersion, count, kind }) => `${kind} (${apiVersion}${count > 1 ? `, ${count}` : ''})`);
  return [...problems, describe(`${objects} not judged: ${named.join(', ')}.`)];
}

function describe(message: string): Problem {
  return { code: 'PLM5007', severity: 'warning', message };
}

function counted({ apiVersion, count, kind }: UnjudgedKind): string {
  return `${count} object${count === 1 ? '' : 's'} of kind ${kind} (${apiVersion}) ${count === 1 ? 'was' : 'were'}`;
}

/** Kubernetes' own groups have no dot, or end in `.k8s.io`. Add-ons that end so too are rare, and a line for each does no harm. */
function isBuiltIn(apiVersion: string): boolean {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return !group.includes('.') || group.endsWith('.k8s.io');
}
