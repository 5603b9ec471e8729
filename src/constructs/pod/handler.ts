import type { LifecycleHandler, Probe } from '../../api/kubernetes';
import { plain } from '../../api/plain';
import { numberFlaw } from '../../values/number';
import { urlPathFlaw } from '../../values/path';
import { portNumberFlaw } from '../../values/port';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import type { kplus } from './kplus';

/** A port of the same container by its name, or any port by its number. */
export type PortOf<Port extends string> = Port | number;

/** An HTTP GET request; any status from 200 to 399 is a success. */
export interface HttpGet<Port extends string> {
  /**
   * Path of the URL, from `/` on.
   * @default - not printed; Kubernetes takes `/`
   */
  readonly path?: string;
  /**
   * Port of the container, by name or number.
   * @default - the container's only port
   */
  readonly port?: PortOf<Port>;
  /**
   * Scheme of the URL. Certificates are not checked.
   * @default - not printed; Kubernetes takes `HTTP`
   */
  readonly scheme?: 'HTTP' | 'HTTPS';
  /**
   * Host to connect to. For another `Host` header, use `httpHeaders`.
   * @default - not printed; Kubernetes takes the Pod's own address
   */
  readonly host?: string;
  /**
   * Headers of the request.
   * @default - none but Kubernetes' own
   */
  readonly httpHeaders?: { readonly [name: string]: string };
}

/** Opens a TCP connection. */
export interface TcpSocket<Port extends string> {
  /**
   * Port of the container, by name or number.
   * @default - the container's only port
   */
  readonly port?: PortOf<Port>;
  /**
   * Host to connect to.
   * @default - not printed; Kubernetes takes the Pod's own address
   */
  readonly host?: string;
}

/** Runs a command in the container; exit code 0 is a success. There is no shell unless it is the command. */
export interface Exec {
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/** Calls the gRPC health service of the container. */
export interface Grpc<Port extends string> {
  /**
   * Port of the container, by name or number. The API has numbers only, so that a name is printed as its number.
   * @default - the container's only port
   */
  readonly port?: PortOf<Port>;
  /**
   * Name of the service to ask for.
   * @default - the server as a whole
   */
  readonly service?: string;
}

/** What Kubernetes does in a hook of a container's life: exactly one of them. */
export type Handler<Port extends string> =
  | { readonly httpGet: HttpGet<Port>; readonly tcpSocket?: never; readonly exec?: never; readonly grpc?: never }
  | { readonly tcpSocket: TcpSocket<Port>; readonly httpGet?: never; readonly exec?: never; readonly grpc?: never }
  | { readonly exec: Exec; readonly httpGet?: never; readonly tcpSocket?: never; readonly grpc?: never };

/** Waits. */
export interface Sleep {
  /** Seconds to wait, from 1 to those of `terminationGracePeriodSeconds`. */
  readonly seconds: number;
}

/** What Kubernetes does in a hook of a container's life: exactly one of them; `sleep` since Kubernetes 1.30. */
export type Hook<Port extends string> =
  | (Handler<Port> & { readonly sleep?: never })
  | { readonly sleep: Sleep; readonly httpGet?: never; readonly tcpSocket?: never; readonly exec?: never };

/** What Kubernetes does to probe a container: exactly one of them. */
export type ProbeHandler<Port extends string> =
  | Handler<Port>
  | { readonly grpc: Grpc<Port>; readonly httpGet?: never; readonly tcpSocket?: never; readonly exec?: never };

/** The ports of a container by name, for handlers that name one. */
export type PortNumbers = Readonly<Record<string, number>>;

const kinds = ['httpGet', 'tcpSocket', 'exec', 'grpc'] as const;

/**
 * The handler as the API has it.
 *
 * @throws {PropsError} for none or several handlers, and for a port that the container does not declare
 */
export function handler(place: Place, props: ProbeHandler<string>, ports: PortNumbers): Probe & LifecycleHandler {
  const given = kinds.filter((kind) => props[kind] !== undefined);
  if (given.length !== 1) {
    place.refuse({
      found: given.length === 0 ? 'without a handler' : `${given.join(' and ')} at once`,
      allowed: 'exactly one of httpGet, tcpSocket, exec and grpc',
      fix: given.length === 0 ? 'add one of them' : 'keep one of them',
    });
  }
  const here = place.at(given[0]!);
  if (props.httpGet !== undefined) {
    const { path, port, scheme, host, httpHeaders } = props.httpGet;
    if (path !== undefined) here.at('path').check(urlPathFlaw(path));
    const headers = httpHeaders && Object.entries(httpHeaders).map(([name, value]) => ({ name, value }));
    return { httpGet: compact({ path, port: portOf(here, port, ports), scheme, host, httpHeaders: headers }) };
  }
  if (props.tcpSocket !== undefined) {
    return { tcpSocket: compact({ port: portOf(here, props.tcpSocket.port, ports), host: props.tcpSocket.host }) };
  }
  if (props.grpc !== undefined) {
    const port = portOf(here, props.grpc.port, ports);
    return { grpc: compact({ port: typeof port === 'string' ? ports[port]! : port, service: props.grpc.service }) };
  }
  return { exec: { command: [...props.exec!.command] } };
}

/**
 * The hook as the API has it.
 *
 * @throws {PropsError} for none or several handlers, and for a port that the container does not declare
 */
export function hook(place: Place, props: Hook<string>, ports: PortNumbers): LifecycleHandler {
  if (props.sleep === undefined) return handler(place, props, ports);
  const given = kinds.filter((kind) => (props as Partial<Record<string, unknown>>)[kind] !== undefined);
  if (given.length > 0) {
    place.refuse({
      found: `${[...given, 'sleep'].join(' and ')} at once`,
      allowed: 'exactly one of httpGet, tcpSocket, exec and sleep',
      fix: 'keep one of them',
    });
  }
  const { seconds } = props.sleep;
  place.at('sleep').at('seconds').check(numberFlaw(seconds, 1));
  return { sleep: { seconds } };
}

/** What kplus' `Probe` or `Handler` means, as the API has it. Depends on their internal method `_toKube`. */
export function fromKplus(value: kplus.Probe | kplus.Handler, ports: PortNumbers): Probe & LifecycleHandler {
  const portNumber = Object.values(ports)[0];
  const internal = value as unknown as { _toKube(container: { readonly portNumber?: number }): object };
  return plain(internal._toKube({ portNumber })) as Probe & LifecycleHandler;
}

function portOf(place: Place, port: string | number | undefined, ports: PortNumbers): string | number {
  const names = Object.keys(ports);
  if (port === undefined) {
    if (names.length === 1) return names[0]!;
    return place.at('port').refuse({
      found: 'left out',
      allowed: 'the container’s only port, or one named here',
      fix:
        names.length === 0
          ? 'declare the port in `ports`, or write its number'
          : `write one of ${names.map(show).join(', ')}`,
    });
  }
  if (typeof port === 'number') place.at('port').check(portNumberFlaw(port));
  else place.at('port').oneOf(port, names);
  return port;
}
