import type { Flaw } from '../problems/props-error';
import { show } from './show';

const prefix = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const name = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Why a value is no key of a label: an optional DNS subdomain and `/`, then a name of 1 to 63 characters. */
export function labelKeyFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string') {
    const slash = value.indexOf('/');
    const domain = slash < 0 ? undefined : value.slice(0, slash);
    const word = value.slice(slash + 1);
    const goodDomain = domain === undefined || (domain.length <= 253 && prefix.test(domain));
    if (goodDomain && word.length <= 63 && name.test(word)) return undefined;
  }
  return {
    found: show(value),
    allowed:
      'up to 63 letters, digits, -, _ and ., with a letter or digit at both ends, after an optional "example.com/"',
    fix: 'choose a simpler key such as "team" or "example.com/team"',
  };
}

/** Why a value is no value of a label. */
export function labelValueFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && value.length <= 63 && (value === '' || name.test(value))) return undefined;
  return {
    found: show(value),
    allowed: 'text of up to 63 letters, digits, -, _ and ., with a letter or digit at both ends',
    fix: typeof value === 'string' ? 'shorten it, or put it into an annotation' : 'write it as text, in quotes',
  };
}

/** Why a value is no key of an annotation: as a label's, where capitals in the domain are allowed too. */
export function annotationKeyFlaw(value: unknown): Flaw | undefined {
  return labelKeyFlaw(typeof value === 'string' ? value.toLowerCase() : value);
}
