import type { Severity } from './problem';

/** What a problem code means, whatever the object at hand. */
export interface ProblemText {
  /** How severe problems of this code are unless said otherwise. */
  readonly severity: Severity;
  /** A few words that name the problem. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it in general. */
  readonly fix: string;
}

/**
 * Every code there is, in the order of the pipeline: 1xxx the construct tree, 2xxx the objects it makes,
 * 3xxx the output folder, 4xxx the project and its command.
 */
export const problemCatalogue = {
  PLM1001: {
    severity: 'error',
    title: 'a construct is not valid',
    why: 'A validation that was attached to the construct failed.',
    fix: 'Follow the message: it comes from the construct itself.',
  },
  PLM1002: {
    severity: 'error',
    title: 'dependencies form a cycle',
    why: 'Objects that wait for each other cannot be put in order.',
    fix: 'Remove one of the dependencies that the message names.',
  },
} as const satisfies Record<string, ProblemText>;

/** The code of a problem, such as `PLM1001`. */
export type ProblemCode = keyof typeof problemCatalogue;
