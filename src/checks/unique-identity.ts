import type { Manifest } from '../manifest/manifest';
import type { Problem } from '../problems/problem';

/**
 * Two objects of one kind and name in one namespace are one object to a cluster: the one applied last wins. Charts are
 * looked at one by one, since two charts are often the same application for two clusters.
 */
export function uniqueIdentity(manifests: readonly Manifest[]): readonly Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const { apiVersion, kind, namespace, name } = manifest.identity;
    if (name === '' || kind === '') continue;
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    const key = [manifest.origin.chart, group, kind, namespace ?? '', name].join('\0');
    const other = first.get(key);
    if (other) problems.push(describe(manifest, other));
    else first.set(key, manifest);
  }
  return problems;
}

function describe(manifest: Manifest, other: Manifest): Problem {
  const { kind, namespace, name } = manifest.identity;
  const source = manifest.origin.locate();
  const { construct } = manifest.origin;
  return {
    code: 'PLM2001',
    severity: 'error',
    message:
      `${kind} ${name} ${namespace ? `in namespace ${namespace}` : 'without a namespace'} is defined twice: ` +
      `by ${makerOf(other)} and by ${construct === '' ? 'what follows it' : construct}`,
    object: manifest.identity,
    field: 'metadata.name',
    ...(construct === '' ? {} : { construct }),
    ...(source ? { source } : {}),
  };
}

/** Who made an object, and where; in a file, where alone. */
function makerOf({ origin }: Manifest): string {
  const before = origin.locate();
  const place = before && `${before.file}:${before.line}`;
  if (origin.construct === '') return place ?? 'the same file';
  return place === undefined ? origin.construct : `${origin.construct} (${place})`;
}
