import type { NginxConfigOptions } from './nginx-config-options';
import { directiveLines } from './nginx-directive';
import { hiddenHeaderLines, requestHeaderLines, responseHeaderLines, unlessInherited } from './nginx-header-lines';
import { printPattern } from './nginx-pattern';
import { proxyLines } from './nginx-proxy';
import type { NginxMovedPrefix, NginxPath, NginxRedirect, NginxRoute } from './nginx-route';
import type { Block, Section, Statement } from './nginx-statement';
import { block, comment, directive } from './nginx-statement';
import { dollar, interpolated, literal } from './nginx-token';
import { nginxCapture, nginxVariable } from './nginx-variable';

/** One `location` of a route; most routes have one. */
export interface LocationForm {
  readonly args: readonly string[];
  /** What nginx compares paths with; undefined for a pattern. */
  readonly path?: string;
  /** The prefix itself, without the slash after it: `/api` of the prefix `/api`. */
  readonly bare: boolean;
}

/**
 * The locations of a route. nginx compares prefixes as text, so that `/api` would hold for `/apiary`; Kubernetes, and this
 * library, compare whole segments, and that needs `= /api` and `/api/`. An exact route for `/api` takes precedence.
 */
export function locationForms(route: NginxRoute, exactPaths: ReadonlySet<string>): readonly LocationForm[] {
  if (route.exact !== undefined) {
    return [{ args: ['=', literal(route.exact)], path: route.exact, bare: false }];
  }
  if (route.pattern !== undefined) {
    const operator = route.pattern.flags === 'i' ? '~*' : '~';
    return [{ args: [operator, literal(printPattern(route.pattern))], bare: false }];
  }
  const prefix = withSlash(route.prefix);
  const below: LocationForm = { args: [literal(prefix)], path: prefix, bare: false };
  return prefix === route.prefix || exactPaths.has(route.prefix)
    ? [below]
    : [{ args: ['=', literal(route.prefix)], path: route.prefix, bare: true }, below];
}

/** The `location` blocks of a route. */
export function locationSections(
  options: NginxConfigOptions,
  route: NginxRoute,
  exactPaths: ReadonlySet<string>,
): readonly Section[] {
  return locationForms(route, exactPaths).map((form) => [location(options, route, form)]);
}

/** The answer that nginx gives by itself, for probes. */
export function healthSection(path: NginxPath): Section {
  return [
    comment('For probes: nginx itself is well, whatever the backend does.'),
    block(
      'location',
      ['=', literal(path)],
      [
        directive('access_log', 'off'),
        ...(path.includes('.') ? [block('types', [])] : []),
        directive('default_type', 'text/plain'),
        directive('return', 200, 'ok'),
      ],
    ),
  ];
}

function location(options: NginxConfigOptions, route: NginxRoute, form: LocationForm): Block {
  return block('location', form.args, [
    ...(route.accessLog === false && options.accessLog !== 'off' ? [directive('access_log', 'off')] : []),
    ...unlessInherited(responseHeaderLines(options, route), responseHeaderLines(options)),
    ...directiveLines(route.directives),
    ...actionLines(options, route, form),
  ]);
}

function actionLines(options: NginxConfigOptions, route: NginxRoute, form: LocationForm): readonly Statement[] {
  if (route.proxyTo !== undefined) {
    return [
      ...unlessInherited(hiddenHeaderLines(options, route), hiddenHeaderLines(options)),
      ...unlessInherited(requestHeaderLines(options, route), requestHeaderLines(options)),
      ...proxyLines(route, form),
    ];
  }
  if (route.files !== undefined) {
    return filesLines(route, form);
  }
  if (route.file !== undefined) {
    return [directive('alias', interpolated(route.file))];
  }
  if (route.redirect !== undefined) {
    return redirectLines(route.redirect, form);
  }
  return respondLines(route, form);
}

function filesLines(route: NginxRoute & { readonly files: object }, form: LocationForm): readonly Statement[] {
  const { directory, index, fallback } = route.files;
  if (form.bare) {
    // The directory itself: the slash makes relative links of its index work.
    const target = encodeURI(withSlash(form.path as NginxPath)).replace(/\$/g, dollar);
    return [directive('return', 301, literal(`${target}$is_args$args`))];
  }
  return [
    form.path === '/'
      ? directive('root', interpolated(directory))
      : directive('alias', interpolated(withSlash(directory))),
    ...(index === undefined ? [] : [directive('index', ...index.map(interpolated))]),
    ...(fallback === undefined ? [] : [directive('try_files', '$uri', '$uri/', interpolated(fallback))]),
  ];
}

function redirectLines(redirect: NginxRedirect | NginxMovedPrefix, form: LocationForm): readonly Statement[] {
  const { replacePrefix, status = 302 } = redirect;
  if (replacePrefix === undefined) {
    return [directive('return', status, interpolated(redirect.to))];
  }
  if (form.bare) {
    return [
      directive('return', status, interpolated([replacePrefix, nginxVariable('is_args'), nginxVariable('args')])),
    ];
  }
  // Not `return`: rewrite encodes what was captured, so that no line break of a request gets into the answer.
  const pattern = `^${form.path!.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(.*)$`;
  const target = interpolated([withSlash(replacePrefix), nginxCapture(1)]);
  return [
    directive('rewrite', literal(pattern), target, status === 301 ? 'permanent' : 'redirect'),
    directive('return', 404),
  ];
}

function respondLines(route: NginxRoute, form: LocationForm): readonly Statement[] {
  const { status, body, contentType } = route.respond!;
  if (body === undefined) {
    return [directive('return', status)];
  }
  // nginx would take the type from the extension of the path.
  const noExtension = form.path !== undefined && form.args[0] === '=' && !form.path.includes('.');
  return [
    ...(noExtension ? [] : [block('types', [])]),
    directive('default_type', literal(contentType ?? 'text/plain')),
    directive('return', status, interpolated(body)),
  ];
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
