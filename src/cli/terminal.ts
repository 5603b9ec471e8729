import { plainStyles, terminalStyles } from '../report/styles';
import type { Styles } from '../report/styles';

/** When to use colours. */
export type ColorChoice = 'always' | 'never' | 'auto';

/**
 * Decides on colours: the flag, else `NO_COLOR`, else `FORCE_COLOR`, else whether a person reads along.
 * See https://no-color.org and https://force-color.org: a variable counts when it is there and not empty.
 */
export function chooseStyles(choice: ColorChoice, isTerminal: boolean, environment: NodeJS.ProcessEnv): Styles {
  return usesColor(choice, isTerminal, environment) ? terminalStyles : plainStyles;
}

function usesColor(choice: ColorChoice, isTerminal: boolean, environment: NodeJS.ProcessEnv): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return !['0', 'false'].includes(environment.FORCE_COLOR);
  return isTerminal && environment.TERM !== 'dumb';
}
