import type { NginxDirective } from './nginx-directive';
import type { NginxDuration } from './nginx-duration';
import type { NginxRequestHeaders, NginxResponseHeaders } from './nginx-header';
import type { NginxPath, NginxProxyTimeouts, NginxRoute } from './nginx-route';
import type { NginxSecurityHeaders } from './nginx-security-headers';
import type { NginxSize } from './nginx-size';

/** How nginx behaves, whatever the route. */
export interface NginxServerOptions {
  /**
   * Path of an answer that nginx gives by itself, for probes: 200, not logged, without asking the backend.
   * `false`: none.
   * @default '/nginx-health'
   */
  readonly healthPath?: NginxPath | false;
  /**
   * Largest body of a request, 1Ki to 1024Gi; larger ones are answered with 413. `unlimited` takes any.
   * @default - nginx's own 1Mi
   */
  readonly maxBodySize?: NginxSize | 'unlimited';
  /**
   * How long nginx waits for the backend and for clients.
   * @default - nginx's own
   */
  readonly timeouts?: NginxTimeouts;
  /**
   * Headers of the request as the backend sees it.
   * @default - those of the client, and see `forwardedHeaders`
   */
  readonly requestHeaders?: NginxRequestHeaders;
  /**
   * Headers of every answer.
   * @default - those of the backend
   */
  readonly responseHeaders?: NginxResponseHeaders;
  /**
   * What the backend is told about the client in `X-Forwarded-For` and `X-Forwarded-Proto`.
   *
   * `append` passes on what an Ingress in front said and adds to it; `replace` believes nobody, for an nginx that clients
   * reach directly; `off` leaves the headers as the client sent them.
   * @default 'append'
   */
  readonly forwardedHeaders?: 'append' | 'replace' | 'off';
  /**
   * Takes the client's address from a header that proxies in front have set.
   * @default - the client is whoever opened the connection
   */
  readonly realClientIp?: NginxRealClientIp;
  /**
   * Headers that tell browsers to be careful: `true` for the usual ones, or one by one.
   * @default false
   */
  readonly securityHeaders?: boolean | NginxSecurityHeaders;
  /**
   * Compresses answers: `true` for text of all kinds, or in detail.
   * @default false
   */
  readonly gzip?: boolean | NginxGzip;
  /**
   * Connections to the backend that are kept open between requests. `false` opens one for each request.
   * @default { connections: 16, idleTimeout: '4s' }
   */
  readonly keepAlive?: false | NginxKeepAlive;
  /**
   * A line on the standard output for each request: as text, as one JSON object, or none.
   * @default 'combined'
   */
  readonly accessLog?: 'combined' | 'json' | 'off';
  /**
   * The least important message on the standard error.
   * @default 'notice'
   */
  readonly errorLog?: 'debug' | 'info' | 'notice' | 'warn' | 'error' | 'crit';
  /**
   * IP families to listen on. A node without IPv6 cannot start an nginx that asks for it.
   * @default ['IPv4']
   */
  readonly ipFamilies?: readonly ['IPv4'] | readonly ['IPv6'] | readonly ['IPv4', 'IPv6'];
  /**
   * Worker processes, 1 to 512. `auto` makes one for each processor of the *node*, whatever the container's limits.
   * @default 1
   */
  readonly workerProcesses?: number | 'auto';
  /**
   * Connections of one worker, to clients and to the backend, 16 to 65536.
   * @default 1024
   */
  readonly workerConnections?: number;
  /**
   * Further directives, for what has no prop.
   * @default - none
   */
  readonly directives?: NginxExtraDirectives;
}

/** How long nginx waits; each is 1 ms to 365 days. */
export interface NginxTimeouts extends NginxProxyTimeouts {
  /**
   * For the headers of a request.
   * @default - nginx's own 60s
   */
  readonly clientHeader?: NginxDuration;
  /**
   * Between two pieces of the body of a request.
   * @default - nginx's own 60s
   */
  readonly clientBody?: NginxDuration;
  /**
   * Between two pieces of the answer that the client takes.
   * @default - nginx's own 60s
   */
  readonly clientSend?: NginxDuration;
  /**
   * For the next request on an open connection. Longer than that of the load balancer in front avoids broken requests.
   * @default - nginx's own 75s
   */
  readonly clientKeepAlive?: NginxDuration;
  /**
   * For open connections (web sockets!) once the Pod is asked to stop; keep it below `terminationGracePeriodSeconds`.
   * @default - until the Pod is killed
   */
  readonly shutdown?: NginxDuration;
}

/** Where the address of the client is found. */
export interface NginxRealClientIp {
  /** Addresses of the proxies in front, as IP or CIDR: `10.0.0.0/8`. Only they are believed. At least one. */
  readonly trusted: readonly string[];
  /**
   * The header that holds the address.
   * @default 'X-Forwarded-For'
   */
  readonly header?: string;
  /**
   * Whether trusted addresses at the end of the header are skipped, for several proxies in a row.
   * @default true
   */
  readonly recursive?: boolean;
}

/** Which answers are compressed. */
export interface NginxGzip {
  /**
   * Content types besides `text/html`, which always is.
   * @default - text, JavaScript, JSON, XML, SVG, WebAssembly
   */
  readonly types?: readonly string[];
  /**
   * Smallest body that is worth it, in bytes, 20 to 1048576.
   * @default 1024
   */
  readonly minBytes?: number;
  /**
   * 1 (fast) to 9 (small).
   * @default 5
   */
  readonly level?: number;
}

/** Connections to the backend that are kept open. */
export interface NginxKeepAlive {
  /**
   * How many idle ones a worker keeps, 1 to 1024.
   * @default 16
   */
  readonly connections?: number;
  /**
   * How long an idle one is kept. Shorter than the backend keeps it (Node: 5 s), or requests meet a closing connection.
   * @default '4s'
   */
  readonly idleTimeout?: NginxDuration;
}

/** Directives that have no prop, by the block they belong to. */
export interface NginxExtraDirectives {
  /**
   * In `http`.
   * @default - none
   */
  readonly http?: readonly NginxDirective[];
  /**
   * In `server`.
   * @default - none
   */
  readonly server?: readonly NginxDirective[];
}

/** Everything a configuration is made from. */
export interface NginxConfigOptions<Port extends string = string> extends NginxServerOptions {
  /** Port to listen on, 1 to 65535; below 1024 nginx needs to be root or to have NET_BIND_SERVICE. */
  readonly port: number;
  /** The backend's ports on localhost, by name, 1 to 65535. */
  readonly upstreams: Readonly<Record<Port, number>>;
  /** What to do with requests; requests that match none are answered with 404. At most one for the same paths. */
  readonly routes: readonly NginxRoute<Port>[];
  /**
   * Writable directory for the process id and for bodies that do not fit into memory.
   * @default '/tmp'
   */
  readonly temporaryDirectory?: string;
}
