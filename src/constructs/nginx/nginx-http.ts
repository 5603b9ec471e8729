import { accessLogSection } from './nginx-access-log';
import type { NginxConfigOptions } from './nginx-config-options';
import { directiveLines } from './nginx-directive';
import { printDuration } from './nginx-duration';
import { connectionUpgrade, forwardedProto } from './nginx-header-lines';
import { gzipSection } from './nginx-gzip';
import { serverBlock } from './nginx-server';
import type { Block, Directive, Section } from './nginx-statement';
import { block, comment, directive } from './nginx-statement';
import { upstreamName } from './nginx-proxy';
import { dollar, literal } from './nginx-token';

/** The `http` block: everything about HTTP that is not about one route. */
export function httpBlock(options: NginxConfigOptions): Block {
  const upstreams = upstreamSections(options);
  const server = [serverBlock(options)];
  return block(
    'http',
    [],
    temporaryPaths(options.temporaryDirectory ?? '/tmp'),
    mimeTypes(options),
    accessLogSection(options),
    [
      directive('server_tokens', 'off'),
      comment('Redirects name no host and no port: nginx knows only its own.'),
      directive('absolute_redirect', 'off'),
    ],
    realClientIp(options),
    gzipSection(options),
    headerTableSize(options),
    ...declarations(options, [...upstreams.flat(), ...server]),
    directiveLines(options.directives?.http),
    ...upstreams,
    server,
  );
}

/** Whether a route serves files, so that nginx needs to know their content types. */
function servesFiles(options: NginxConfigOptions): boolean {
  return options.routes.some((route) => route.files !== undefined || route.file !== undefined);
}

function temporaryPaths(directory: string): Section {
  // All five, though two are in use: nginx makes each of them when it starts.
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'] as const;
  return kinds.map((kind) => directive(`${kind}_temp_path`, literal(`${directory}/${kind}`)));
}

function mimeTypes(options: NginxConfigOptions): Section {
  return servesFiles(options)
    ? [
        // Beside nginx.conf, wherever the image has it.
        directive('include', 'mime.types'),
        directive('default_type', 'application/octet-stream'),
        directive('sendfile', 'on'),
        // The access log has them.
        directive('log_not_found', 'off'),
      ]
    : [];
}

function realClientIp({ realClientIp: client }: NginxConfigOptions): Section {
  if (client === undefined) {
    return [];
  }
  return [
    ...client.trusted.map((address) => directive('set_real_ip_from', literal(address))),
    directive('real_ip_header', literal(client.header ?? 'X-Forwarded-For')),
    ...((client.recursive ?? true) ? [directive('real_ip_recursive', 'on')] : []),
  ];
}

function headerTableSize(options: NginxConfigOptions): Section {
  const scopes = [options, ...options.routes];
  const names = scopes.flatMap((scope) => [
    ...headerNames(scope.responseHeaders),
    ...headerNames('requestHeaders' in scope ? scope.requestHeaders : undefined),
  ]);
  // nginx refuses longer names in its default table of 64 bytes a line.
  return names.some((name) => name.length > 40) ? [directive('proxy_headers_hash_bucket_size', 128)] : [];
}

function headerNames(
  changes: { readonly set?: object; readonly remove?: readonly string[] } | undefined,
): readonly string[] {
  return [...Object.keys(changes?.set ?? {}), ...(changes?.remove ?? [])];
}

/** Variables of our own, where the rest of the configuration uses them. */
function declarations(options: NginxConfigOptions, rest: Section): readonly Section[] {
  const used = JSON.stringify([rest, options.directives?.http]);
  return [
    used.includes(connectionUpgrade)
      ? [block('map', ['$http_upgrade', connectionUpgrade], [directive('default', 'upgrade'), directive("''", "''")])]
      : [],
    used.includes(forwardedProto)
      ? [
          comment('The scheme that the first proxy saw.'),
          block(
            'map',
            ['$http_x_forwarded_proto', forwardedProto],
            [directive('default', '$http_x_forwarded_proto'), directive("''", '$scheme')],
          ),
        ]
      : [],
    used.includes(dollar)
      ? [
          comment('A dollar sign, which nginx has no other way to write.'),
          block('geo', ['$dollar'], [directive('default', '"$"')]),
        ]
      : [],
  ];
}

function upstreamSections(options: NginxConfigOptions): readonly Section[] {
  const used = new Set(options.routes.flatMap((route) => (route.proxyTo === undefined ? [] : [route.proxyTo])));
  return [...used]
    .sort()
    .map((name) => [
      block(
        'upstream',
        [upstreamName(name)],
        [directive('server', `127.0.0.1:${options.upstreams[name]}`), ...keepAliveLines(options)],
      ),
    ]);
}

function keepAliveLines({ keepAlive }: NginxConfigOptions): readonly Directive[] {
  return keepAlive === false
    ? []
    : [
        directive('keepalive', keepAlive?.connections ?? 16),
        directive('keepalive_timeout', printDuration(keepAlive?.idleTimeout ?? '4s')),
      ];
}
