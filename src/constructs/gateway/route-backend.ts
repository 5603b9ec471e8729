import type { BackendObjectReference, GatewayChannel } from '../../api/gateway';
import { backendReference } from '../../gateway/route-values';
import { labelNameFlaw, serviceNameFlaw, subdomainNameFlaw } from '../../values/name';
import { numberFlaw } from '../../values/number';
import { portNumberFlaw } from '../../values/port';
import { compact } from '../compact';
import { type ServiceBackend, settleBackend } from '../network/backend';
import type { Place } from '../place';
import { type NameOf, nameOf } from '../pod/reference';
import { checkPart } from './check-part';

/** A port of a Service in another namespace, which a ReferenceGrant there must allow. */
export interface BackendElsewhere {
  /** The Service: its name, or what has one. */
  readonly service: NameOf;
  /** Number of the port. */
  readonly port: number;
  /** Namespace of the Service. */
  readonly namespace: string;
}

/** Another object that takes requests, as the API has it. */
export interface ObjectBackend extends BackendObjectReference {
  /** API group of the object; `''` for the core group. */
  readonly group: string;
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
  /**
   * Namespace of the object, which must allow the reference.
   * @default - that of the route
   */
  readonly namespace?: string;
  /**
   * Number of the port, for objects that have some.
   * @default - none
   */
  readonly port?: number;
}

/** What takes requests: `web.port('http')`, a Service and its port, a `kplus.Service`, or another object. */
export type RouteBackend = ServiceBackend | BackendElsewhere | ObjectBackend;

/** What takes a share of the requests. */
export interface WeightedBackend<Filter> {
  /** What takes them. */
  readonly backend: RouteBackend;
  /**
   * Its share, from 0 to 1,000,000, of the sum of all weights.
   * @default - not printed; Kubernetes takes 1
   */
  readonly weight?: number;
  /**
   * What is done to the requests for this backend alone.
   * @default - nothing
   */
  readonly filters?: readonly Filter[];
}

/**
 * The reference to a backend.
 *
 * @throws {PropsError} for a port whose number is not known, and for what is no backend
 */
export function backendRef(place: Place, backend: RouteBackend, channel: GatewayChannel): BackendObjectReference {
  if (isObject(backend)) {
    const { group, kind, name, namespace, port } = backend;
    place.at('name').check(subdomainNameFlaw(name));
    if (namespace !== undefined) place.at('namespace').check(labelNameFlaw(namespace));
    if (port !== undefined) place.at('port').check(portNumberFlaw(port));
    const reference = compact({ group, kind, name, namespace, port });
    checkPart(place, backendReference(channel === 'experimental'), reference);
    return reference;
  }
  if (isElsewhere(backend)) {
    place.at('service').check(serviceNameFlaw(nameOf(backend.service)));
    place.at('namespace').check(labelNameFlaw(backend.namespace));
    place.at('port').check(portNumberFlaw(backend.port));
    return { name: nameOf(backend.service), namespace: backend.namespace, port: backend.port };
  }
  const { service, name, number } = settleBackend(place, backend);
  if (number === undefined) {
    place.at('port').refuse({
      found: `"${name}", a name`,
      allowed: 'a number: routes know no names of ports',
      fix: 'write the number of the port at the Service',
    });
  }
  return { name: service, port: number };
}

/**
 * The references to the backends, with their shares.
 *
 * @param filtersOf Makes the filters of one of them.
 * @throws {PropsError} for a weight out of range
 */
export function backendRefs<Filter, Made>(
  place: Place,
  backends: readonly (RouteBackend | WeightedBackend<Filter>)[],
  filtersOf: (place: Place, filters: readonly Filter[]) => readonly Made[],
  channel: GatewayChannel,
): readonly (BackendObjectReference & { readonly weight?: number; readonly filters?: readonly Made[] })[] {
  return backends.map((given, index) => {
    const here = place.at(index);
    if (!isWeighted(given)) return backendRef(here, given, channel);
    const { backend, weight, filters } = given;
    if (weight !== undefined) here.at('weight').check(numberFlaw(weight, 0, 1_000_000));
    return compact({
      ...backendRef(here.at('backend'), backend, channel),
      weight,
      filters: filters && filters.length > 0 ? filtersOf(here.at('filters'), filters) : undefined,
    });
  });
}

function isWeighted<Filter>(given: RouteBackend | WeightedBackend<Filter>): given is WeightedBackend<Filter> {
  return typeof given === 'object' && given !== null && 'backend' in given;
}

function isObject(backend: RouteBackend): backend is ObjectBackend {
  return (
    typeof backend === 'object' && backend !== null && 'group' in backend && 'kind' in backend && !('node' in backend)
  );
}

function isElsewhere(backend: RouteBackend): backend is BackendElsewhere {
  return typeof backend === 'object' && backend !== null && 'service' in backend && 'namespace' in backend;
}
