import type { NginxConfigOptions } from './nginx-config-options';
import { durationSeconds } from './nginx-duration';
import type { NginxCache, NginxRoute } from './nginx-route';
import { securityHeaders } from './nginx-security-headers';
import type { Directive } from './nginx-statement';
import { directive } from './nginx-statement';
import { interpolated, literal } from './nginx-token';
import type { NginxText } from './nginx-variable';

/** nginx's variable that passes a wish for a web socket on; the configuration declares it when a route needs it. */
export const connectionUpgrade = '$connection_upgrade';

/** nginx's variable for the scheme that the first proxy saw; the configuration declares it when it is used. */
export const forwardedProto = '$forwarded_proto';

/**
 * The headers that the backend sees of the server's requests, or of one route's. All of them each time: a block of nginx
 * which sets one header inherits none.
 */
export function requestHeaderLines(options: NginxConfigOptions, route?: NginxRoute): readonly Directive[] {
  const headers = new HeaderTable();
  headers.set('Host', '$http_host');
  if (options.keepAlive !== false) {
    headers.set('Connection', '""');
  }
  if (route?.proxyTo !== undefined && route.webSockets === true) {
    headers.set('Connection', connectionUpgrade);
    headers.set('Upgrade', '$http_upgrade');
  }
  const forwarded = options.forwardedHeaders ?? 'append';
  if (forwarded !== 'off') {
    headers.set('X-Forwarded-For', forwarded === 'append' ? '$proxy_add_x_forwarded_for' : '$remote_addr');
    headers.set('X-Forwarded-Proto', forwarded === 'append' ? forwardedProto : '$scheme');
  }
  for (const changes of [options.requestHeaders, route?.proxyTo === undefined ? undefined : route.requestHeaders]) {
    for (const name of changes?.remove ?? []) {
      headers.set(name, '""');
    }
    headers.setAll(changes?.set, (value) => interpolated(value));
  }
  return headers.lines((name, value) => directive('proxy_set_header', literal(name), value));
}

/**
 * The headers of the server's answers, or of one route's. All of them each time, as above. `always` holds for errors too,
 * which a rule for caches must not.
 */
export function responseHeaderLines(options: NginxConfigOptions, route?: NginxRoute): readonly Directive[] {
  const headers = new HeaderTable();
  headers.setAll(securityHeaders(options.securityHeaders), (value) => `${interpolated(value)} always`);
  headers.setAll(options.responseHeaders?.set, (value) => `${interpolated(value)} always`);
  const cache = route?.files?.cache ?? (route?.file === undefined ? undefined : route.cache);
  if (cache !== undefined) {
    headers.set('Cache-Control', literal(cacheControl(cache)));
  }
  headers.setAll(route?.responseHeaders?.set, (value) => `${interpolated(value)} always`);
  return headers.lines((name, value) => directive('add_header', literal(name), value));
}

/** The headers of the backend that clients do not see: those that are removed, or set to something else. */
export function hiddenHeaderLines(options: NginxConfigOptions, route?: NginxRoute): readonly Directive[] {
  const headers = new HeaderTable();
  headers.setAll(securityHeaders(options.securityHeaders), () => '');
  for (const changes of [options.responseHeaders, route?.responseHeaders]) {
    headers.setAll(changes?.set, () => '');
    for (const name of changes?.remove ?? []) {
      headers.set(name, '');
    }
  }
  return headers.lines((name) => directive('proxy_hide_header', literal(name)));
}

/** The lines a block needs: none when what it inherits says the same. */
export function unlessInherited(lines: readonly Directive[], inherited: readonly Directive[]): readonly Directive[] {
  return JSON.stringify(lines) === JSON.stringify(inherited) ? [] : lines;
}

function cacheControl(cache: NginxCache): string {
  if (typeof cache === 'string') {
    return cache;
  }
  const words = [cache.visibility ?? 'public', `max-age=${durationSeconds(cache.maxAge)}`];
  return [...words, ...(cache.immutable === true ? ['immutable'] : [])].join(', ');
}

/** Headers by name: case does not matter, the last one wins, and they are printed in the order of their names. */
class HeaderTable {
  private readonly values = new Map<string, readonly [name: string, value: string]>();

  public set(name: string, value: string): void {
    this.values.set(name.toLowerCase(), [name, value]);
  }

  public setAll(values: Readonly<Record<string, NginxText>> | undefined, print: (value: NginxText) => string): void {
    for (const [name, value] of Object.entries(values ?? {})) {
      this.set(name, print(value));
    }
  }

  public lines(print: (name: string, value: string) => Directive): readonly Directive[] {
    const byName = [...this.values].sort(([left], [right]) => (left < right ? -1 : 1));
    return byName.map(([, [name, value]]) => print(name, value));
  }
}
