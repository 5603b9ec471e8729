import type { Flaw } from '../problems/props-error';
import { show } from './show';

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const labelFromLetter = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Why a value is no DNS label (RFC 1123), as containers, volumes, namespaces and the like are named.
 *
 * @returns `undefined` when it is one.
 */
export function labelNameFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && value.length <= 63 && label.test(value)) return undefined;
  return nameFlaw(value, 63, 'lower-case letters, digits and -, with a letter or digit first and last');
}

/** Why a value is no name of a Service: a DNS label that begins with a letter (RFC 1035). */
export function serviceNameFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && value.length <= 63 && labelFromLetter.test(value)) return undefined;
  return nameFlaw(value, 63, 'lower-case letters, digits and -, with a letter first and a letter or digit last', 'x');
}

/** Why a value is no DNS subdomain (RFC 1123), as most objects are named. */
export function subdomainNameFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && value.length <= 253 && subdomain.test(value)) return undefined;
  return nameFlaw(value, 253, 'lower-case letters, digits, - and ., with a letter or digit at both ends of each part');
}

/** Why a value is no host of an Ingress: a DNS subdomain, or `*.` before one. */
export function hostFlaw(value: unknown): Flaw | undefined {
  const rest = typeof value === 'string' && value.startsWith('*.') ? value.slice(2) : value;
  if (typeof value === 'string' && value.length <= 253 && subdomain.test(rest as string)) return undefined;
  return {
    found: show(value),
    allowed: 'a host name such as "shop.example.com" or "*.example.com"',
    fix: 'write the host alone, in lower case, without scheme, port or path',
  };
}

function nameFlaw(value: unknown, longest: number, alphabet: string, prefix = ''): Flaw {
  const suggestion = typeof value === 'string' ? suggest(value, longest, prefix) : '';
  return {
    found: show(value),
    allowed: `1 to ${longest} characters: ${alphabet}`,
    fix: suggestion === '' ? 'choose another name' : `write ${JSON.stringify(suggestion)} or choose another name`,
  };
}

/** The valid name nearest to what was written. */
function suggest(value: string, longest: number, prefix: string): string {
  const words = value
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const trimmed = words.replace(/^-+/, '').slice(0, longest).replace(/-+$/, '');
  return prefix !== '' && /^[0-9]/.test(trimmed) ? `${prefix}${trimmed}`.slice(0, longest) : trimmed;
}

/** Why a value is no name of a role or binding: anything that can be part of a path. */
export function pathSegmentNameFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && value !== '' && value !== '.' && value !== '..' && !/[/%]/.test(value)) {
    return undefined;
  }
  return {
    found: show(value),
    allowed: 'text without / and %, which is not . or ..',
    fix: 'choose a name such as "pod-reader"',
  };
}
