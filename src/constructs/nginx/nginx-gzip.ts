import type { NginxConfigOptions } from './nginx-config-options';
import type { Section } from './nginx-statement';
import { directive } from './nginx-statement';
import { literal } from './nginx-token';

const textTypes = [
  'application/javascript',
  'application/json',
  'application/manifest+json',
  'application/wasm',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/javascript',
  'text/plain',
  'text/xml',
];

/** Which answers are compressed. */
export function gzipSection({ gzip: wanted }: NginxConfigOptions): Section {
  if (wanted === undefined || wanted === false) {
    return [];
  }
  const { types, level, minBytes } = wanted === true ? {} : wanted;
  // nginx always compresses text/html, and warns when it is told so.
  const others = [...new Set(types ?? textTypes)].filter((type) => type !== 'text/html');
  return [
    directive('gzip', 'on'),
    directive('gzip_vary', 'on'),
    directive('gzip_proxied', 'any'),
    directive('gzip_comp_level', level ?? 5),
    directive('gzip_min_length', minBytes ?? 1024),
    ...(others.length > 0 ? [{ name: 'gzip_types', args: others.map(literal), tall: true }] : []),
  ];
}
