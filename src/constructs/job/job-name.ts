import type { Flaw } from '../../problems/props-error';
import { labelNameFlaw } from '../../values/name';
import { show } from '../../values/show';

/** Longest name of a Job: it becomes a label of its Pods. */
const longest = 63;

/**
 * The rule for the name of what makes Jobs or Pods by putting something after its own name.
 *
 * @param room Characters that are put after it.
 * @param because What they are.
 */
export function nameFlawWithRoom(room: number, because: string): (name: unknown) => Flaw | undefined {
  return (name) => {
    const flaw = labelNameFlaw(name);
    if (flaw !== undefined || (name as string).length + room <= longest) return flaw;
    return {
      found: `${show(name)}, ${(name as string).length} characters long`,
      allowed: `at most ${longest - room} characters: ${because}`,
      fix: 'choose a shorter name',
    };
  };
}
