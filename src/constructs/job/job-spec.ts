import type { JobSpec, PodSpec } from '../../api/kubernetes';
import type { Flaw } from '../../problems/props-error';
import { subdomainNameFlaw } from '../../values/name';
import { numberFlaw } from '../../values/number';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import { checkTarget, checkWord } from '../target';
import type { HardenedWorkload } from '../pod/hardened';
import type { PodProps } from '../pod/pod-props';
import { buildPodSpec } from '../pod/pod-spec';
import type { Identity } from '../workload/identity';
import { spreadConstraints } from '../workload/spread';
import type { JobPodProps, JobSpecProps } from './job-spec-props';
import { podFailurePolicy } from './pod-failure-policy';
import { successPolicy } from './success-policy';

/** Largest `parallelism` of an indexed Job. */
const mostIndexed = 100000;

/** Longest `managedBy`. */
const longestManager = 63;

/**
 * The Pod of a workload whose main container is flat in its props.
 *
 * @param workload What the workload says of itself, should its Pods be hardened.
 * @throws {PropsError} for any value that the API server would refuse
 */
export function flatPodSpec(
  place: Place,
  identity: Identity,
  props: JobPodProps<string, string, string>,
  restartPolicy: 'Always' | 'OnFailure' | 'Never' | undefined,
  activeDeadlineSeconds: number | undefined,
  workload?: HardenedWorkload,
): PodSpec {
  const main = { ...props, profile: undefined, securityContext: props.containerSecurityContext };
  const { spread, topologySpreadConstraints } = props;
  const pod = {
    ...props,
    topologySpreadConstraints: spreadConstraints(place, spread, topologySpreadConstraints, identity.selector),
  } as PodProps;
  const container = { name: props.containerName ?? identity.shortName, props: main, place };
  return buildPodSpec(place, pod, [container], { restartPolicy, activeDeadlineSeconds }, workload);
}

/**
 * The spec of a Job, complete but for its selector, which Kubernetes makes.
 *
 * @param lacks What the workload lacks beside it, should it be hardened.
 * @throws {PropsError} for any value that the API server would refuse
 */
export function jobSpec(place: Place, identity: Identity, props: JobSpecProps, lacks: readonly string[] = []): JobSpec {
  const { completionMode, restartPolicy = 'Never' } = props;
  place.at('restartPolicy').oneOf(restartPolicy, ['Never', 'OnFailure']);
  if (completionMode !== undefined) place.at('completionMode').oneOf(completionMode, ['NonIndexed', 'Indexed']);
  checkNumbers(place, props);
  const deadline = props.podActiveDeadlineSeconds;
  const pod = flatPodSpec(place, identity, props, restartPolicy, deadline, { lacks, ends: true });
  return compact({
    parallelism: props.parallelism,
    completions: props.completions,
    completionMode,
    backoffLimit: props.backoffLimit,
    activeDeadlineSeconds: props.activeDeadlineSeconds,
    ttlSecondsAfterFinished: props.ttlSecondsAfterFinished,
    podFailurePolicy: failurePolicy(place, props, pod),
    ...laterFields(place, props),
    template: { metadata: identity.podMetadata, spec: pod },
  });
}

/** The fields that came after Kubernetes 1.27. */
function laterFields(
  place: Place,
  props: JobSpecProps,
): Pick<JobSpec, 'backoffLimitPerIndex' | 'managedBy' | 'maxFailedIndexes' | 'podReplacementPolicy' | 'successPolicy'> {
  const { backoffLimitPerIndex, completions, managedBy, maxFailedIndexes, podReplacementPolicy } = props;
  const policy = props.successPolicy;
  checkIndexed(place, props);
  if (podReplacementPolicy !== undefined) {
    const words = props.podFailurePolicy === undefined ? ['TerminatingOrFailed', 'Failed'] : ['Failed'];
    place.at('podReplacementPolicy').oneOf(podReplacementPolicy, words);
  }
  if (managedBy !== undefined) place.at('managedBy').check(managerFlaw(managedBy));
  const fields = compact({
    backoffLimitPerIndex,
    maxFailedIndexes,
    successPolicy: policy && successPolicy(place.at('successPolicy'), policy, completions!),
    podReplacementPolicy,
    managedBy,
  });
  checkTarget(place, 'batch.v1.JobSpec', fields);
  return fields;
}

/** Refuses what only an indexed Job can have, and numbers that contradict each other. */
function checkIndexed(place: Place, props: JobSpecProps): void {
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'] as const) {
    if (props[field] === undefined || props.completionMode === 'Indexed') continue;
    place.at(field).refuse({
      found: 'given to a Job whose Pods have no index',
      allowed: 'completionMode: "Indexed"',
      fix: 'leave it out, or set completionMode: "Indexed"',
    });
  }
  const { backoffLimitPerIndex, completions, maxFailedIndexes } = props;
  if (backoffLimitPerIndex !== undefined) {
    place.at('backoffLimitPerIndex').check(numberFlaw(backoffLimitPerIndex, 0));
    if ((props.restartPolicy as string | undefined) === 'OnFailure') {
      place.at('backoffLimitPerIndex').refuse({
        found: 'beside restartPolicy: "OnFailure"',
        allowed: 'restartPolicy: "Never", so that a failure ends the Pod',
        fix: 'leave out one of the two',
      });
    }
  }
  if (maxFailedIndexes === undefined) return;
  place.at('maxFailedIndexes').check(numberFlaw(maxFailedIndexes, 0, Math.min(completions!, mostIndexed)));
  if (backoffLimitPerIndex !== undefined) return;
  place.at('maxFailedIndexes').refuse({
    found: `${maxFailedIndexes} without backoffLimitPerIndex`,
    allowed: 'a limit for each index beside it',
    fix: 'add backoffLimitPerIndex, or leave it out',
  });
}

function managerFlaw(name: string): Flaw | undefined {
  const slash = name.indexOf('/');
  const isPath =
    slash > 0 && subdomainNameFlaw(name.slice(0, slash)) === undefined && /^[^\s]+$/.test(name.slice(slash + 1));
  if (isPath && name.length <= longestManager) return undefined;
  return {
    found: show(name),
    allowed: `a domain, "/" and a path, up to ${longestManager} characters`,
    fix: 'write the name of the controller, such as "kueue.x-k8s.io/multikueue"',
  };
}

function failurePolicy(place: Place, props: JobSpecProps, pod: PodSpec): JobSpec['podFailurePolicy'] {
  const policy = props.podFailurePolicy;
  if (policy === undefined) return undefined;
  const here = place.at('podFailurePolicy');
  if ((props.restartPolicy as string | undefined) === 'OnFailure') {
    here.refuse({
      found: 'beside restartPolicy: "OnFailure"',
      allowed: 'restartPolicy: "Never", so that a failure ends the Pod',
      fix: 'leave out one of the two',
    });
  }
  const containers = [...pod.containers, ...(pod.initContainers ?? [])].map(({ name }) => name);
  policy.rules.forEach(({ action }, index) => {
    if (action === 'FailIndex') checkFailIndex(here.at('rules').at(index).at('action'), props);
  });
  return podFailurePolicy(here, policy, containers);
}

function checkFailIndex(place: Place, { backoffLimitPerIndex }: JobSpecProps): void {
  checkWord(place, 'FailIndex', { FailIndex: '1.29' });
  if (backoffLimitPerIndex !== undefined) return;
  place.refuse({
    found: '"FailIndex" without backoffLimitPerIndex',
    allowed: 'a Job with a limit for each index',
    fix: 'add backoffLimitPerIndex, or write "FailJob"',
  });
}

function checkNumbers(place: Place, props: JobSpecProps): void {
  const { completionMode, completions, parallelism } = props;
  checkNumber(place, props, 'backoffLimit', 0);
  checkNumber(place, props, 'activeDeadlineSeconds', 1);
  checkNumber(place, props, 'ttlSecondsAfterFinished', 0);
  checkNumber(place, props, 'podActiveDeadlineSeconds', 1);
  const indexed = completionMode === 'Indexed';
  if (parallelism !== undefined) {
    place.at('parallelism').check(numberFlaw(parallelism, 0, indexed ? mostIndexed : undefined));
  }
  if (completions !== undefined) place.at('completions').check(numberFlaw(completions, 0));
  if (!indexed || completions !== undefined) return;
  place.at('completions').refuse({
    found: 'left out while completionMode is "Indexed"',
    allowed: 'the number of indexes',
    fix: 'write how many Pods must succeed',
  });
}

function checkNumber(
  place: Place,
  props: JobSpecProps,
  name: 'backoffLimit' | 'activeDeadlineSeconds' | 'ttlSecondsAfterFinished' | 'podActiveDeadlineSeconds',
  least: number,
): void {
  if (props[name] !== undefined) place.at(name).check(numberFlaw(props[name], least));
}
