import { subdomainNameFlaw } from '../../values/name';
import { show } from '../../values/show';
import type { Place } from '../place';
import { checkLength } from './limits';

/** Names and matches that the rules of all routes have. */
interface AnyRule {
  readonly name?: string;
  readonly matches?: readonly unknown[];
}

/**
 * Refuses rules that are too many, and names that are none or stand twice.
 *
 * @param byDefault How many matches a rule without any has.
 * @throws {PropsError} for the first that is wrong
 */
export function checkRules(place: Place, rules: readonly AnyRule[], byDefault: number): void {
  if (rules.length === 0) {
    place.refuse({
      found: 'empty',
      allowed: 'at least one rule',
      fix: "write one, such as { backendRefs: [web.port('http')] }",
    });
  }
  checkLength(place, rules, 16, 'rules');
  const names = new Set<string>();
  rules.forEach(({ name, matches }, index) => {
    checkLength(place.at(index).at('matches'), matches, 64, 'matches');
    if (name === undefined) return;
    const here = place.at(index).at('name');
    here.check(subdomainNameFlaw(name));
    if (names.has(name))
      here.refuse({ found: show(name), allowed: 'a name that no other rule has', fix: 'rename one' });
    names.add(name);
  });
  const all = rules.reduce((sum, { matches }) => sum + (matches?.length ? matches.length : byDefault), 0);
  if (all > 128) {
    place.refuse({
      found: `${all} matches in all`,
      allowed: 'up to 128 matches',
      fix: 'split them over several routes',
    });
  }
}
