import type { App } from 'cdk8s';
import { checkAcross } from './checks/cross-checks';
import type { OutsideObjects } from './checks/outside-objects';
import type { JudgingProps, JudgingSettings } from './judging';
import { sift } from './manifest/allowances';
import type { Sifted } from './manifest/allowances';
import type { Manifest } from './manifest/manifest';
import type { ProblemCode } from './problems/catalogue';
import { isFinding } from './problems/finding';
import type { Problem, Severity } from './problems/problem';

/** How an app's objects are looked at. */
export interface ReviewProps extends JudgingProps {
  /**
   * Objects that exist in the cluster though the app does not make them, so that references to them are no findings.
   * @default - nothing is known of what exists elsewhere
   */
  readonly outside?: OutsideObjects;
  /**
   * How much findings matter, by code: what is an `error` stops the write. What would not work is an error whatever is said here.
   * @default - as the catalogue of problems says
   */
  readonly severities?: { readonly [Code in ProblemCode]?: Severity };
}

/** The same, with what only the place knows where an app is run. */
export interface ReviewSettings extends JudgingSettings, ReviewProps {}

/** Findings across all objects of an app. */
export function reviewManifests(manifests: readonly Manifest[], { outside }: ReviewProps): readonly Problem[] {
  return checkAcross(manifests, { outside });
}

/**
 * Gives problems the severity that the settings say, and takes out what is allowed.
 *
 * @param isJudged whether the API server's code was asked, so that what it did not find is not there
 */
export function weigh(app: App, problems: readonly Problem[], { severities }: ReviewProps, isJudged: boolean): Sifted {
  const weighed = problems.map((problem): Problem => {
    const severity = severities?.[problem.code];
    return severity === undefined || !isFinding(problem.code) ? problem : { ...problem, severity };
  });
  return sift(app, weighed, (code) => isJudged || !code.startsWith('PLM5'));
}
