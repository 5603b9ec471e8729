import { serviceNameFlaw } from '../../values/name';
import { portNameFlaw, portNumberFlaw } from '../../values/port';
import { show } from '../../values/show';
import type { Place } from '../place';
import type { kplus } from '../pod/kplus';
import { type NameOf, nameOf } from '../pod/reference';
import type { ServicePortReference } from './service-ports';

/** A port of a Service by the names of both, or by its number. */
export interface NamedBackend {
  /** The Service: its name, or what has one. */
  readonly service: NameOf;
  /** Number of the port, or its name. */
  readonly port: number | string;
}

/** A port of a Service: `web.port('http')`, the Service and its port, or a `kplus.Service` for its first port. */
export type ServiceBackend = ServicePortReference | NamedBackend | kplus.Service;

/** A port of a Service, as far as it is known. */
export interface SettledBackend {
  readonly service: string;
  /** Name of the port, if it is known. */
  readonly name: string | undefined;
  /** Number of the port, if it is known. */
  readonly number: number | undefined;
}

/**
 * The port of the Service that is meant.
 *
 * @throws {PropsError} for a port that no Service offers, and for what is no backend
 */
export function settleBackend(place: Place, backend: ServiceBackend): SettledBackend {
  if (typeof backend === 'object' && backend !== null) {
    if ('servicePort' in backend) return ofReference(place, backend);
    if ('service' in backend && 'port' in backend) return ofNames(place, backend as NamedBackend);
    if ('ports' in backend && typeof backend.name === 'string') return ofKplus(place, backend);
  }
  return place.refuse({
    found: show(backend),
    allowed: "web.port('http'), { service, port }, or a kplus.Service",
    fix: 'say which port of which Service is meant',
  });
}

function ofReference(place: Place, { name, service, servicePort }: ServicePortReference): SettledBackend {
  if (servicePort === undefined) {
    place.refuse({
      found: `"${name}", which the Service "${service}" does not offer`,
      allowed: 'a port that is exposed',
      fix: `leave out exposed: false of "${name}"`,
    });
  }
  return { service, name, number: servicePort };
}

function ofNames(place: Place, { service, port }: NamedBackend): SettledBackend {
  place.at('service').check(serviceNameFlaw(nameOf(service)));
  place.at('port').check(typeof port === 'string' ? portNameFlaw(port) : portNumberFlaw(port));
  const known = typeof port === 'string' ? { name: port, number: undefined } : { name: undefined, number: port };
  return { service: nameOf(service), ...known };
}

function ofKplus(place: Place, { name, ports }: kplus.Service): SettledBackend {
  const [first] = ports;
  if (first === undefined) {
    place.refuse({ found: `"${name}" without ports`, allowed: 'a Service with a port', fix: 'give it one' });
  }
  return { service: name, name: first!.name, number: first!.port };
}
