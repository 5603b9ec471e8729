import type { IConstruct } from 'constructs';
import { originOf } from './origin';
import { problemCatalogue } from '../problems/catalogue';
import type { ProblemCode } from '../problems/catalogue';
import { isFinding } from '../problems/finding';
import type { Problem } from '../problems/problem';
import { PropsError } from '../problems/props-error';

/** A finding that somebody has looked at and wants to live with. */
export interface Allowance {
  readonly code: ProblemCode;
  /** Path of the construct for which it was allowed. */
  readonly construct: string;
  /** Why. */
  readonly because: string;
}

/** A finding that is allowed, and by what. */
export interface AllowedProblem extends Problem {
  /** The reason that was given. */
  readonly because: string;
}

const key = Symbol.for('cdk8s-plimsoll.allowances');

interface Allowing extends IConstruct {
  [key]?: Allowance[];
}

/**
 * Accepts a finding for a construct and all that is in it, with a reason for whoever reads the code and the report. What it no
 * longer applies to is an error, so that no reason outlives its finding. What the API server would refuse cannot be allowed.
 *
 * @example
 * allow(web, 'PLM7501', 'the vendor publishes no other tag');
 *
 * @param code the code of the finding, as reports show it
 * @throws {PropsError} for an unknown code, one that cannot be allowed, and a missing reason
 */
export function allow(construct: IConstruct, code: ProblemCode, because: string): void {
  const text = problemCatalogue[code] as (typeof problemCatalogue)[ProblemCode] | undefined;
  const refuse = (prop: string, found: string, allowed: string, fix: string): never => {
    throw new PropsError(construct.node.path, `allow(): ${prop}`, { found, allowed, fix });
  };
  if (text === undefined) {
    refuse('code', JSON.stringify(code), 'a code that reports show, such as "PLM7001"', 'copy it from the report');
  } else if (!isFinding(code)) {
    refuse(
      'code',
      `${code} (${text.title})`,
      'a finding, not what would not work',
      'mend it: without, nothing can be applied',
    );
  }
  if (typeof because !== 'string' || because.trim() === '') {
    refuse('because', JSON.stringify(because), 'a reason', 'say why it is all right, for whoever reads it in a year');
  }
  const allowing = construct as Allowing;
  if (allowing[key] === undefined) Object.defineProperty(allowing, key, { value: [] });
  allowing[key]!.push({ code, construct: construct.node.path, because: because.trim() });
}

/** Problems, parted into what is left and what is allowed. */
export interface Sifted {
  readonly problems: readonly Problem[];
  readonly allowed: readonly AllowedProblem[];
}

/**
 * Takes out what is allowed, and adds a problem for each allowance that nothing was found for.
 *
 * @param wasLookedFor whether the finding of a code could have been found: what was not looked for is no reason to complain
 */
export function sift(
  root: IConstruct,
  problems: readonly Problem[],
  wasLookedFor: (code: ProblemCode) => boolean = () => true,
): Sifted {
  const allowances = root.node.findAll().flatMap((construct) => {
    const own = (construct as Allowing)[key] ?? [];
    return own.map((allowance) => ({ allowance, construct }));
  });
  if (allowances.length === 0) return { problems, allowed: [] };
  const used = new Set<Allowance>();
  const left: Problem[] = [];
  const allowed: AllowedProblem[] = [];
  for (const problem of problems) {
    const match = allowances.find(({ allowance }) => covers(allowance, problem));
    if (match === undefined) {
      left.push(problem);
      continue;
    }
    for (const { allowance } of allowances) if (covers(allowance, problem)) used.add(allowance);
    allowed.push({ ...problem, because: match.allowance.because });
  }
  const unused = allowances.filter(({ allowance }) => !used.has(allowance) && wasLookedFor(allowance.code));
  return {
    problems: [...left, ...unused.map(({ allowance, construct }) => describeUnused(allowance, construct))],
    allowed,
  };
}

function covers({ code, construct }: Allowance, problem: Problem): boolean {
  if (problem.code !== code) return false;
  // What no construct made is the app's.
  const path = problem.construct ?? '';
  return construct === '' || path === construct || path.startsWith(`${construct}/`);
}

function describeUnused({ because, code, construct: path }: Allowance, construct: IConstruct): Problem {
  const source = originOf(construct);
  return {
    code: 'PLM2003',
    severity: 'error',
    message: `${code} is allowed for ${path || 'the app'} because ${JSON.stringify(because)}, and is not found there any more.`,
    construct: path,
    ...(source && { source }),
  };
}
