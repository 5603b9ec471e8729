import type { HttpHeader, HttpHeaderFilter, HttpValueMatch } from '../../api/gateway';
import type { Flaw } from '../../problems/props-error';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import { checkLength } from './limits';

/** A value to the letter, or a regular expression, whose dialect is the Gateway's own. */
export type ValueMatch = string | { readonly regularExpression: string };

/** What is done to headers; names are compared without regard to case. */
export interface HeaderChanges {
  /**
   * Headers that are put in the place of those of their name.
   * @default - none
   */
  readonly set?: { readonly [name: string]: string };
  /**
   * Headers that are added to those of their name.
   * @default - none
   */
  readonly add?: { readonly [name: string]: string };
  /**
   * Names of headers that are taken out.
   * @default - none
   */
  readonly remove?: readonly string[];
}

/** Why a value is no name of a header or query parameter. */
export function headerNameFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && value.length <= 256 && /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/.test(value))
    return undefined;
  return {
    found: show(value),
    allowed: "1 to 256 letters, digits and !#$%&'*+-.^_`|~",
    fix: 'write the name alone, without a colon or space',
  };
}

/**
 * Headers or query parameters and their values.
 *
 * @returns `undefined` when there are none.
 * @throws {PropsError} for a wrong name or value, and for a name that stands twice
 */
export function valueMatches(
  place: Place,
  values: { readonly [name: string]: ValueMatch } | undefined,
  what: 'headers' | 'parameters',
): readonly HttpValueMatch[] | undefined {
  const entries = Object.entries(values ?? {});
  if (entries.length === 0) return undefined;
  checkLength(place, entries, 16, what);
  if (what === 'headers') checkNames(place, Object.keys(values!));
  return entries.map(([name, match]) => {
    place.check(headerNameFlaw(name));
    const regular = typeof match === 'object' && match !== null;
    const value = regular ? match.regularExpression : match;
    place.at(name).check(valueFlaw(value, what === 'headers' ? 4096 : 1024));
    return compact({ type: regular ? ('RegularExpression' as const) : undefined, name, value });
  });
}

/**
 * Changes of headers as the API has them.
 *
 * @throws {PropsError} for a wrong name or value, and for a change that changes nothing
 */
export function headerFilter(place: Place, { set, add, remove }: HeaderChanges): HttpHeaderFilter {
  checkLength(place.at('remove'), remove, 16, 'headers');
  remove?.forEach((name, index) => place.at('remove').at(index).check(headerNameFlaw(name)));
  checkNames(place.at('remove'), remove ?? []);
  const filter = compact({
    set: set && headers(place.at('set'), set),
    add: add && headers(place.at('add'), add),
    remove: remove && remove.length > 0 ? remove : undefined,
  });
  if (Object.keys(filter).length > 0) return filter;
  return place.refuse({ found: 'without a change', allowed: 'set, add or remove', fix: 'name a header' });
}

function headers(place: Place, values: { readonly [name: string]: string }): readonly HttpHeader[] | undefined {
  const entries = Object.entries(values);
  checkLength(place, entries, 16, 'headers');
  checkNames(place, Object.keys(values));
  const made = entries.map(([name, value]) => {
    place.check(headerNameFlaw(name));
    place.at(name).check(valueFlaw(value, 4096));
    return { name, value };
  });
  return made.length === 0 ? undefined : made;
}

function checkNames(place: Place, names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) {
      place.refuse({
        found: `"${name}" beside "${other}"`,
        allowed: 'each header once',
        fix: 'leave out one of the two',
      });
    }
    seen.set(name.toLowerCase(), name);
  }
}

function valueFlaw(value: unknown, longest: number): Flaw | undefined {
  if (typeof value === 'string' && value !== '' && [...value].length <= longest) return undefined;
  return { found: show(value), allowed: `text of 1 to ${longest} characters`, fix: 'write the value as text' };
}
