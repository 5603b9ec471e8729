import { printDuration } from './nginx-duration';
import { printPattern } from './nginx-pattern';
import type { NginxPath, NginxProxyRoute, NginxProxyTimeouts } from './nginx-route';
import { printSize } from './nginx-size';
import type { NginxSize } from './nginx-size';
import type { Directive } from './nginx-statement';
import { directive } from './nginx-statement';
import { interpolated, literal } from './nginx-token';

/** The name under which a port of the backend is known in the configuration. */
export function upstreamName(port: string): string {
  return `backend-${port}`;
}

/** What a route tells nginx about the way to the backend. */
export function proxyLines(
  route: NginxProxyRoute & { readonly replacePrefix?: NginxPath },
  form: { readonly bare: boolean },
): readonly Directive[] {
  const { maxBodySize, timeouts, buffering, requestBuffering, rewrite, replacePrefix } = route;
  return [
    ...bodySizeLines(maxBodySize),
    ...proxyTimeoutLines(timeouts),
    ...(buffering === false ? [directive('proxy_buffering', 'off')] : []),
    ...(requestBuffering === false ? [directive('proxy_request_buffering', 'off')] : []),
    ...(rewrite ?? []).map(({ pattern, to }) =>
      directive(
        'rewrite',
        literal(`${pattern.flags === 'i' ? '(?i)' : ''}${printPattern(pattern)}`),
        interpolated(to),
        'break',
      ),
    ),
    directive(
      'proxy_pass',
      literal(`http://${upstreamName(route.proxyTo)}${replacedPrefix(replacePrefix, form.bare)}`),
    ),
  ];
}

/** The limit for the body of a request. */
export function bodySizeLines(size: NginxSize | 'unlimited' | undefined): readonly Directive[] {
  return size === undefined ? [] : [directive('client_max_body_size', size === 'unlimited' ? 0 : printSize(size))];
}

/** How long nginx waits for the backend. */
export function proxyTimeoutLines(timeouts: NginxProxyTimeouts | undefined): readonly Directive[] {
  const lines = [
    ['proxy_connect_timeout', timeouts?.connect],
    ['proxy_send_timeout', timeouts?.send],
    ['proxy_read_timeout', timeouts?.read],
  ] as const;
  return lines.flatMap(([name, duration]) =>
    duration === undefined ? [] : [directive(name, printDuration(duration))],
  );
}

/** The path after the upstream, which nginx puts in place of what the location matched. */
function replacedPrefix(replacePrefix: NginxPath | undefined, bare: boolean): string {
  if (replacePrefix === undefined) {
    return '';
  }
  return bare || replacePrefix.endsWith('/') ? replacePrefix : `${replacePrefix}/`;
}
