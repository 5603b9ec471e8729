import type { PodFailurePolicy, PodFailurePolicyRule } from '../../api/kubernetes';
import { labelKeyFlaw } from '../../values/label';
import { numberFlaw } from '../../values/number';
import { compact } from '../compact';
import type { Place } from '../place';

/**
 * What becomes of the Job: it fails at once, the index of the Pod does (with `backoffLimitPerIndex`, since Kubernetes 1.29), the
 * failure does not count, or it counts towards `backoffLimit`.
 */
export type PodFailureAction = 'FailJob' | 'FailIndex' | 'Ignore' | 'Count';

/** Exit codes of a container. */
export interface ExitCodes<Container extends string> {
  /**
   * Name of the container: one of the Pod's, init containers included. The main one is named by `containerName`.
   * @default - any container
   */
  readonly containerName?: Container;
  /** Whether the exit code must be one of the values or none of them. */
  readonly operator: 'In' | 'NotIn';
  /** Exit codes from 1 to 255, in any order; 0, success, for `NotIn` only. Printed in ascending order, as the API asks. */
  readonly values: readonly number[];
}

/** A condition of a Pod. */
export interface PodCondition {
  /** Type of the condition, such as `DisruptionTarget`: the Pod was evicted, preempted or its node went away. */
  readonly type: 'DisruptionTarget' | (string & Record<never, never>);
  /**
   * What the condition must be.
   * @default 'True' - printed, because Kubernetes 1.27 has no default for it in a CronJob
   */
  readonly status?: 'True' | 'False' | 'Unknown';
}

/** What becomes of the Job when a Pod fails in one way: by exit codes or by conditions. */
export type PodFailureRule<Container extends string = string> =
  | {
      /** What becomes of the Job. */
      readonly action: PodFailureAction;
      /** The exit codes of one container, or of any. */
      readonly onExitCodes: ExitCodes<Container>;
      readonly onPodConditions?: never;
    }
  | {
      /** What becomes of the Job. */
      readonly action: PodFailureAction;
      /** One to 20 conditions, of which one must be there. */
      readonly onPodConditions: readonly PodCondition[];
      readonly onExitCodes?: never;
    };

/**
 * What becomes of the Job when one of its Pods fails.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
 */
export interface PodFailurePolicyProps<Container extends string = string> {
  /** Up to 20 rules; the first that fits counts, and without one the failure counts towards `backoffLimit`. */
  readonly rules: readonly PodFailureRule<Container>[];
}

const most = 20;

/**
 * The policy as the API has it.
 *
 * @param containers Names of the Pod's containers.
 * @throws {PropsError} for a container that the Pod does not have, and for codes and conditions that the API server refuses
 */
export function podFailurePolicy(
  place: Place,
  policy: PodFailurePolicyProps,
  containers: readonly string[],
): PodFailurePolicy {
  const here = place.at('rules');
  checkCount(here, policy.rules, most, 'rules');
  return { rules: policy.rules.map((each, index) => rule(here.at(index), each, containers)) };
}

function rule(place: Place, props: PodFailureRule, containers: readonly string[]): PodFailurePolicyRule {
  const { action, onExitCodes, onPodConditions } = props;
  place.at('action').oneOf(action, ['FailJob', 'FailIndex', 'Ignore', 'Count']);
  if ((onExitCodes === undefined) === (onPodConditions === undefined)) {
    place.refuse({
      found: onExitCodes === undefined ? 'without a reason' : 'onExitCodes and onPodConditions at once',
      allowed: 'exactly one of onExitCodes and onPodConditions',
      fix: onExitCodes === undefined ? 'add one of them' : 'make two rules of it',
    });
  }
  // The API's types want a list of conditions beside exit codes too; the API server does not.
  const built = onExitCodes
    ? { action, onExitCodes: exitCodes(place.at('onExitCodes'), onExitCodes, containers) }
    : { action, onPodConditions: conditions(place.at('onPodConditions'), onPodConditions!) };
  return built as PodFailurePolicyRule;
}

function exitCodes(
  place: Place,
  { containerName, operator, values }: ExitCodes<string>,
  containers: readonly string[],
): PodFailurePolicyRule['onExitCodes'] {
  if (containerName !== undefined) place.at('containerName').oneOf(containerName, containers);
  place.at('operator').oneOf(operator, ['In', 'NotIn']);
  const here = place.at('values');
  if (values.length === 0) {
    here.refuse({ found: 'an empty list', allowed: 'at least one exit code', fix: 'name at least one' });
  }
  values.forEach((code, index) => here.at(index).check(numberFlaw(code, operator === 'In' ? 1 : 0, 255)));
  // A set, which the API server takes in ascending order only, and each code once.
  return compact({ containerName, operator, values: [...new Set(values)].sort((a, b) => a - b) });
}

function conditions(place: Place, patterns: readonly PodCondition[]): PodFailurePolicyRule['onPodConditions'] {
  if (patterns.length === 0) {
    place.refuse({ found: 'an empty list', allowed: 'one to 20 conditions', fix: 'name at least one' });
  }
  checkCount(place, patterns, most, 'conditions');
  return patterns.map(({ type, status = 'True' }, index) => {
    const here = place.at(index);
    here.at('type').check(labelKeyFlaw(type));
    here.at('status').oneOf(status, ['True', 'False', 'Unknown']);
    return { type, status };
  });
}

function checkCount(place: Place, list: readonly unknown[], limit: number, what: string): void {
  if (list.length <= limit) return;
  place.refuse({
    found: `a list of ${list.length}`,
    allowed: `up to ${limit} ${what}`,
    fix: 'merge some of them, or leave some out',
  });
}
