import type { LinkedObject } from './linked-object';

/** The world of charts that can stand beside every other. */
export const common = '';

/**
 * The world of each object. Charts that define one object twice cannot be meant for one cluster: each of them is a world of
 * its own, which sees what all charts share. All others share one world.
 */
export function worldsOf(objects: readonly LinkedObject[]): readonly string[] {
  const only = objects[0]?.origin?.chart ?? '';
  if (objects.every(({ origin }) => (origin?.chart ?? '') === only)) return objects.map(() => common);
  const owners = new Map<string, string>();
  const alone = new Set<string>();
  for (const { identity, origin } of objects) {
    const { apiVersion, kind, name, namespace } = identity;
    // A namespace is often declared by whoever uses it.
    if (kind === 'Namespace') continue;
    const chart = origin?.chart ?? '';
    const key = `${apiVersion}\0${kind}\0${namespace ?? ''}\0${name}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, chart);
    else if (owner !== chart) alone.add(owner).add(chart);
  }
  return objects.map(({ origin }) => {
    const chart = origin?.chart ?? '';
    return alone.has(chart) ? `chart ${chart}` : common;
  });
}
