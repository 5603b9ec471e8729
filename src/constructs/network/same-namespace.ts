import { show } from '../../values/show';
import type { Place } from '../place';
import type { kplus } from '../pod/kplus';
import { defaultsOf } from '../scope-defaults';

/**
 * Refuses a workload of ours in another namespace, where what selects or scales it would never find it.
 *
 * @throws {PropsError} when both namespaces are known and differ
 */
export function checkSameNamespace(place: Place, workload: object): void {
  const there = defaultsOf(workload).namespace;
  if (there !== undefined) checkAmong(place, [there]);
}

/**
 * Refuses a selection of kplus in other namespaces.
 *
 * @throws {PropsError} for namespaces by label, and for names among which ours is not
 */
export function checkKplusNamespaces(place: Place, { namespaces }: kplus.PodSelectorConfig): void {
  if (namespaces?.labelSelector !== undefined && namespaces.names === undefined) {
    place.refuse({
      found: 'a selection of namespaces',
      allowed: 'Pods of the namespace that this object is in',
      fix: 'select the Pods without namespaces',
    });
  }
  if (namespaces?.names !== undefined) checkAmong(place, namespaces.names);
}

function checkAmong(place: Place, names: readonly string[]): void {
  const here = defaultsOf(place.construct).namespace;
  if (here === undefined || names.includes(here)) return;
  place.refuse({
    found: `in the namespace ${names.map(show).join(' and ')}`,
    allowed: `what is in the namespace ${show(here)}, like this object`,
    fix: 'put both into one namespace',
  });
}
