import type { SuccessPolicy } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';

/** Which indexes must succeed, how many, or how many of which. */
export type SuccessRule =
  | {
      /** Indexes of which all must succeed, or `succeededCount` of them: numbers and ranges in ascending order, such as `0,2-4`. */
      readonly succeededIndexes: string;
      /**
       * How many of them must succeed, from 1.
       * @default - all
       */
      readonly succeededCount?: number;
    }
  | { readonly succeededCount: number; readonly succeededIndexes?: never };

/**
 * When an indexed Job has succeeded before all of its indexes have.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy
 */
export interface SuccessPolicyProps {
  /** One to 20 rules, of which one must hold. */
  readonly rules: readonly SuccessRule[];
}

const most = 20;

/**
 * The policy as the API has it.
 *
 * @param completions How many indexes there are.
 * @throws {PropsError} for no rule or too many, and for indexes that the Job does not have
 */
export function successPolicy(place: Place, { rules }: SuccessPolicyProps, completions: number): SuccessPolicy {
  const here = place.at('rules');
  if (rules.length === 0 || rules.length > most) {
    here.refuse({
      found: `a list of ${rules.length}`,
      allowed: `one to ${most} rules`,
      fix: rules.length === 0 ? 'say which indexes must succeed' : 'merge some of them, or leave some out',
    });
  }
  return { rules: rules.map((rule, index) => checked(here.at(index), rule, completions)) };
}

function checked(place: Place, rule: SuccessRule, completions: number): SuccessPolicy['rules'][number] {
  const { succeededCount, succeededIndexes } = rule;
  if (succeededCount === undefined && succeededIndexes === undefined) {
    place.refuse({
      found: 'without succeededIndexes and succeededCount',
      allowed: 'one of them, or both',
      fix: 'say which indexes must succeed, or how many',
    });
  }
  const indexes = succeededIndexes === undefined ? completions : countIndexes(place, succeededIndexes, completions);
  if (succeededCount !== undefined) place.at('succeededCount').check(numberFlaw(succeededCount, 1, indexes));
  return compact({ succeededCount, succeededIndexes });
}

/** How many indexes a text names. */
function countIndexes(place: Place, text: string, completions: number): number {
  let count = 0;
  let last = -1;
  for (const part of text.split(',')) {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const [first, end] = [Number(from), Number(to)];
    if (from === undefined || first <= last || end < first || end >= completions) {
      place.at('succeededIndexes').refuse({
        found: show(text),
        allowed: `indexes from 0 to ${completions - 1} and ranges of them, in ascending order, such as "0,2-4"`,
        fix: 'name indexes that the Job has',
      });
    }
    count += end - first + 1;
    last = end;
  }
  return count;
}
