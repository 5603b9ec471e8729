import type { NginxConfigOptions, NginxTimeouts } from './nginx-config-options';
import { directiveLines } from './nginx-directive';
import { printDuration } from './nginx-duration';
import { hiddenHeaderLines, requestHeaderLines, responseHeaderLines } from './nginx-header-lines';
import { healthSection, locationSections } from './nginx-location';
import { bodySizeLines, proxyTimeoutLines } from './nginx-proxy';
import type { Block, Directive, Section } from './nginx-statement';
import { block, directive } from './nginx-statement';

/** Path of the health endpoint when nothing is said. */
export const defaultHealthPath = '/nginx-health';

/** The `server` block: the port, what holds for all routes, and the routes in the order of the list. */
export function serverBlock(options: NginxConfigOptions): Block {
  const exactPaths = new Set(options.routes.flatMap((route) => (route.exact === undefined ? [] : [route.exact])));
  const healthPath = options.healthPath ?? defaultHealthPath;
  const catchAll = options.routes.some((route) => route.prefix === '/');
  return block(
    'server',
    [],
    listenLines(options),
    [...bodySizeLines(options.maxBodySize), ...clientTimeoutLines(options.timeouts)],
    responseHeaderLines(options),
    backendLines(options),
    directiveLines(options.directives?.server),
    ...(healthPath === false ? [] : [healthSection(healthPath)]),
    ...options.routes.flatMap((route) => locationSections(options, route, exactPaths)),
    // Without it nginx would look for files in a directory of its own.
    catchAll ? [] : [block('location', ['/'], [directive('return', 404)])],
  );
}

function listenLines(options: NginxConfigOptions): readonly Directive[] {
  return (options.ipFamilies ?? ['IPv4']).map((family) =>
    directive('listen', family === 'IPv4' ? options.port : `[::]:${options.port}`),
  );
}

function clientTimeoutLines(timeouts: NginxTimeouts | undefined): readonly Directive[] {
  const lines = [
    ['client_header_timeout', timeouts?.clientHeader],
    ['client_body_timeout', timeouts?.clientBody],
    ['send_timeout', timeouts?.clientSend],
    ['keepalive_timeout', timeouts?.clientKeepAlive],
  ] as const;
  return lines.flatMap(([name, duration]) =>
    duration === undefined ? [] : [directive(name, printDuration(duration))],
  );
}

/** What every route to the backend inherits. */
function backendLines(options: NginxConfigOptions): Section {
  if (!options.routes.some((route) => route.proxyTo !== undefined)) {
    return [];
  }
  return [
    directive('proxy_http_version', '1.1'),
    ...proxyTimeoutLines(options.timeouts),
    ...hiddenHeaderLines(options),
    ...requestHeaderLines(options),
  ];
}
