import type { NginxDirective } from './nginx-directive';
import type { NginxDuration } from './nginx-duration';
import type { NginxRequestHeaders, NginxResponseHeaders } from './nginx-header';
import type { NginxSize } from './nginx-size';
import type { NginxRewriteText, NginxText } from './nginx-variable';

/** A path of a request: decoded, without query, starting with `/`. */
export type NginxPath = `/${string}`;

/**
 * Which requests a route is for. Of all routes that match, an `exact` one wins, then the first `pattern` in the
 * order of the list, then the longest `prefix`.
 */
export type NginxMatch = NginxPrefixMatch | NginxExactMatch | NginxPatternMatch;

/** Every path that begins with these segments: `/api` means `/api` and `/api/…`, and not `/apiary`. */
export interface NginxPrefixMatch {
  /** `/` for everything, or segments such as `/api`. With a slash at its end, `/api` itself is not part of it. */
  readonly prefix: NginxPath;
  readonly exact?: never;
  readonly pattern?: never;
}

/** This path and no other. */
export interface NginxExactMatch {
  /** The whole path, such as `/robots.txt`. */
  readonly exact: NginxPath;
  readonly prefix?: never;
  readonly pattern?: never;
}

/** Every path in which the regular expression is found. */
export interface NginxPatternMatch {
  /** A regular expression that JavaScript and nginx read alike; `i` is the one flag allowed. Anchor it with `^`. */
  readonly pattern: RegExp;
  readonly prefix?: never;
  readonly exact?: never;
}

/** What every route may say, whatever it does. */
export interface NginxRouteOptions {
  /**
   * Headers of the answer, added to those of the server.
   * @default - those of the server
   */
  readonly responseHeaders?: NginxResponseHeaders;
  /**
   * Whether its requests are logged.
   * @default true, unless the server's `accessLog` is `off`
   */
  readonly accessLog?: boolean;
  /**
   * Further directives for its `location`, for what has no prop.
   * @default - none
   */
  readonly directives?: readonly NginxDirective[];
}

/** How long nginx waits for the backend; each is 1 ms to 365 days. */
export interface NginxProxyTimeouts {
  /**
   * To accept the connection.
   * @default - the server's, then nginx's own 60s
   */
  readonly connect?: NginxDuration;
  /**
   * Between two pieces of the request that the backend takes.
   * @default - the server's, then nginx's own 60s
   */
  readonly send?: NginxDuration;
  /**
   * Between two pieces of the answer; for web sockets, how long both may be silent.
   * @default - the server's, then nginx's own 60s
   */
  readonly read?: NginxDuration;
}

/** Changes the path that the backend sees. */
export interface NginxRewrite {
  /** What is looked for in the path; `i` is the one flag allowed. Anchor it with `^`. */
  readonly pattern: RegExp;
  /** The new path, starting with `/`, without query: `['/v2/', nginxCapture(1)]`. The query of the request is kept. */
  readonly to: NginxRewriteText;
}

/** Hands the request to the backend. */
export interface NginxProxyRoute<Port extends string = string> extends NginxRouteOptions {
  /** Name of the backend's port. */
  readonly proxyTo: Port;
  /**
   * Changes of the path, of which the first that matches is made. Not together with `replacePrefix`.
   * @default - the backend sees the path of the request
   */
  readonly rewrite?: readonly NginxRewrite[];
  /**
   * How long nginx waits for the backend.
   * @default - the server's `timeouts`
   */
  readonly timeouts?: NginxProxyTimeouts;
  /**
   * Largest body of a request, 1Ki to 1024Gi; larger ones are answered with 413. `unlimited` takes any.
   * @default - the server's `maxBodySize`
   */
  readonly maxBodySize?: NginxSize | 'unlimited';
  /**
   * Whether nginx reads the answer ahead, so that the backend is free before a slow client is. Off for server-sent
   * events and other answers that trickle.
   * @default true
   */
  readonly buffering?: boolean;
  /**
   * Whether nginx reads the whole request before the backend gets it. Off for large uploads.
   * @default true
   */
  readonly requestBuffering?: boolean;
  /**
   * Whether connections may be upgraded to web sockets.
   * @default false
   */
  readonly webSockets?: boolean;
  /**
   * Headers of the request as the backend sees it, added to those of the server.
   * @default - those of the server
   */
  readonly requestHeaders?: NginxRequestHeaders;
  readonly files?: never;
  readonly file?: never;
  readonly redirect?: never;
  readonly respond?: never;
}

/** As {@link NginxProxyRoute}, for a prefix. */
export interface NginxPrefixProxyRoute<Port extends string = string> extends NginxProxyRoute<Port> {
  /**
   * What stands in place of the prefix in the path that the backend sees; `/` strips it. nginx then sends the path decoded,
   * cleaned and encoded again, so that `%2F` becomes a slash.
   * @default - the backend sees the path of the request
   */
  readonly replacePrefix?: NginxPath;
}

/** Answers with files of a directory. */
export interface NginxFilesRoute extends NginxRouteOptions {
  /** Where the files are, and how they are served. */
  readonly files: NginxFiles;
  readonly proxyTo?: never;
  readonly file?: never;
  readonly redirect?: never;
  readonly respond?: never;
}

/** A directory of the nginx container: of its image, or of a volume that is mounted there. */
export interface NginxFiles {
  /** Absolute path of the directory: the part of a request's path after the prefix is looked up in it. */
  readonly directory: NginxPath;
  /**
   * Files that stand for a directory, the first that exists.
   * @default ['index.html']
   */
  readonly index?: readonly string[];
  /**
   * Path of a request whose answer stands for files that do not exist: `/index.html` for an application that does its
   * routing in the browser.
   * @default - such requests are answered with 404
   */
  readonly fallback?: NginxPath;
  /**
   * What browsers and caches may do with the files.
   * @default - nothing is said
   */
  readonly cache?: NginxCache;
}

/** The header `Cache-Control` of an answer. */
export type NginxCache =
  | 'no-store'
  | 'no-cache'
  | {
      /** How long a copy may be used, printed in whole seconds, rounded down: 1 ms to 365 days. */
      readonly maxAge: NginxDuration;
      /**
       * Who may keep a copy.
       * @default 'public'
       */
      readonly visibility?: 'public' | 'private';
      /**
       * Whether the file never changes under its name.
       * @default false
       */
      readonly immutable?: boolean;
    };

/** Answers with one file. */
export interface NginxFileRoute extends NginxRouteOptions {
  /** Absolute path of the file in the nginx container. */
  readonly file: NginxPath;
  /**
   * What browsers and caches may do with the file.
   * @default - nothing is said
   */
  readonly cache?: NginxCache;
  readonly proxyTo?: never;
  readonly files?: never;
  readonly redirect?: never;
  readonly respond?: never;
}

/** Sends the client to another address. */
export interface NginxRedirectRoute extends NginxRouteOptions {
  /** Where to. */
  readonly redirect: NginxRedirect;
  readonly proxyTo?: never;
  readonly files?: never;
  readonly file?: never;
  readonly respond?: never;
}

/** A redirect to an address. */
export interface NginxRedirect {
  /**
   * The address: a path, or a whole address with `http://` or `https://`. The path and query of the request are
   * `nginxVariable('request_uri')`: `['https://', nginxVariable('host'), nginxVariable('request_uri')]`.
   */
  readonly to: NginxText;
  /**
   * 301 and 308 are for ever, 302, 303 and 307 for once; 307 and 308 keep the method of the request.
   * @default 302
   */
  readonly status?: 301 | 302 | 303 | 307 | 308;
  readonly replacePrefix?: never;
}

/** Sends the client to another address, for a prefix: to one, or to the same path below another prefix. */
export interface NginxPrefixRedirectRoute extends Omit<NginxRedirectRoute, 'redirect'> {
  /** Where to. */
  readonly redirect: NginxRedirect | NginxMovedPrefix;
}

/** A redirect to the same path and query below another prefix. */
export interface NginxMovedPrefix {
  /** What stands in place of the prefix: a path, or a whole address with `http://` or `https://`, without query. */
  readonly replacePrefix: NginxPath | `http://${string}` | `https://${string}`;
  /**
   * 301 is for ever, 302 for once.
   * @default 302
   */
  readonly status?: 301 | 302;
  readonly to?: never;
}

/** Answers with a text. */
export interface NginxRespondRoute extends NginxRouteOptions {
  /** The answer. */
  readonly respond: NginxResponse;
  readonly proxyTo?: never;
  readonly files?: never;
  readonly file?: never;
  readonly redirect?: never;
}

/** An answer that nginx gives by itself. */
export interface NginxResponse {
  /** HTTP status, 200 to 599, but none that redirects (301, 302, 303, 307, 308). */
  readonly status: number;
  /**
   * The body.
   * @default - nginx's own page for the status, if it has one
   */
  readonly body?: NginxText;
  /**
   * Content type of the body.
   * @default 'text/plain'
   */
  readonly contentType?: string;
}

/** Requests, and what nginx does with them. `Port` is the union of the names of the backend's ports. */
export type NginxRoute<Port extends string = string> =
  | (NginxPrefixMatch & (NginxPrefixProxyRoute<Port> | NginxFilesRoute | NginxPrefixRedirectRoute | NginxRespondRoute))
  | (NginxExactMatch & (NginxProxyRoute<Port> | NginxFileRoute | NginxRedirectRoute | NginxRespondRoute))
  | (NginxPatternMatch & (NginxProxyRoute<Port> | NginxRedirectRoute | NginxRespondRoute));
