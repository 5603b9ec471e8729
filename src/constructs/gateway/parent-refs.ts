import type { GatewayChannel, ParentReference } from '../../api/gateway';
import { kind as kindSchema } from '../../gateway/route-values';
import { hostFlaw, labelNameFlaw, subdomainNameFlaw } from '../../values/name';
import { portNumberFlaw } from '../../values/port';
import { compact } from '../compact';
import type { Place } from '../place';
import { type NameOf, nameOf } from '../pod/reference';
import { checkPart } from './check-part';
import { checkLength } from './limits';

/** A Gateway to which a route is attached: its name, or the reference as the API has it. */
export type RouteParent = NameOf | ParentReference;

/**
 * The references to the parents.
 *
 * @throws {PropsError} for a wrong name, and for two references that cannot be told apart
 */
export function parentRefs(
  place: Place,
  parents: readonly RouteParent[],
  channel: GatewayChannel,
): readonly ParentReference[] {
  checkLength(place, parents, 32, 'parents');
  const made = parents.map((parent, index) => parentRef(place.at(index), parent));
  made.forEach((parent, index) => {
    const same = made.slice(0, index).filter((other) => keyOf(other) === keyOf(parent));
    if (same.every((other) => areTold(listenerOf(parent, channel), listenerOf(other, channel)))) return;
    place.at(index).refuse({
      found: `"${parent.name}", which stands before`,
      allowed: 'each parent once, or once for each of its listeners by sectionName',
      fix: 'leave out one of the two, or give both a sectionName',
    });
  });
  return made;
}

/**
 * The hosts of a route.
 *
 * @throws {PropsError} for what is no host
 */
export function checkHostnames(place: Place, hostnames: readonly string[] | undefined): void {
  checkLength(place, hostnames, 16, 'hosts');
  hostnames?.forEach((host, index) => place.at(index).check(hostFlaw(host)));
}

function parentRef(place: Place, parent: RouteParent): ParentReference {
  const asked: Partial<ParentReference> = typeof parent === 'string' ? {} : parent;
  const name = nameOf(parent);
  place.at('name').check(subdomainNameFlaw(name));
  if (typeof parent === 'string' || 'node' in parent) return { name };
  const { group, kind, namespace, sectionName, port } = asked;
  if (namespace !== undefined) place.at('namespace').check(labelNameFlaw(namespace));
  if (sectionName !== undefined) place.at('sectionName').check(subdomainNameFlaw(sectionName));
  if (port !== undefined) place.at('port').check(portNumberFlaw(port));
  if (group !== undefined && group !== '') place.at('group').check(subdomainNameFlaw(group));
  if (kind !== undefined) checkPart(place.at('kind'), kindSchema(), kind);
  return compact({ group, kind, namespace, name, sectionName, port });
}

function keyOf({ group = 'gateway.networking.k8s.io', kind = 'Gateway', name, namespace }: ParentReference): string {
  return JSON.stringify([group, kind, name, namespace]);
}

/** What tells a listener of a parent from the others. */
function listenerOf({ sectionName, port }: ParentReference, channel: GatewayChannel): readonly unknown[] {
  return channel === 'experimental' ? [sectionName, port] : [sectionName];
}

/** Whether two listeners are named by the same means, and are not the same. */
function areTold(one: readonly unknown[], other: readonly unknown[]): boolean {
  const alike = one.every((it, at) => (it === undefined) === (other[at] === undefined));
  return alike && one.some((it, at) => it !== other[at]);
}
