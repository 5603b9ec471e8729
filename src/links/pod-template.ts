import { Field } from './field';
import { groupOf, kindKey } from './kinds';
import type { LinkedObject } from './linked-object';
import { selectorOf } from './selector';
import type { LabelMap, LabelRequirement, Selector } from './selector';

/** The Pods that an object is or makes. */
export interface PodTemplate {
  /** The object, as an index into the nodes. */
  readonly node: number;
  /** Where metadata and spec of the Pods are: the whole object for a Pod. */
  readonly template: Field;
  readonly labels: LabelMap;
  readonly spec: Field;
}

/** Labels that controllers give to the Pods of a workload: with the name of the workload in place of that of each Pod. */
const named: ReadonlyMap<string, readonly string[]> = new Map([
  ['apps/StatefulSet', ['statefulset.kubernetes.io/pod-name']],
  ['batch/Job', ['batch.kubernetes.io/job-name', 'job-name']],
]);

/** Labels that controllers give to Pods, with values that nobody knows before. */
const unforeseen: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'controller-revision-hash',
  'controller-uid',
  'pod-template-generation',
  'pod-template-hash',
  'rollouts-pod-template-hash',
]);

/** The labels by which the Pods of a workload are found: its own, and those that its controller adds. */
export function foundByLabels({ identity }: LinkedObject, { labels }: PodTemplate): LabelMap {
  const added = named.get(kindKey(groupOf(identity.apiVersion), identity.kind));
  return added ? { ...labels, ...Object.fromEntries(added.map((key) => [key, identity.name])) } : labels;
}

/** A selector of Pods, put so that it can be asked of workloads. */
export function forWorkloads(selector: Selector): Selector {
  const isOrdinary = ({ key }: LabelRequirement): boolean => key !== podName && !unforeseen.has(key);
  if (selector.requirements.every(isOrdinary)) return selector;
  const requirements = selector.requirements
    .filter(({ key }) => !unforeseen.has(key))
    .map((it) => (it.key === podName ? { ...it, values: it.values.map((value) => value.replace(/-\d+$/, '')) } : it));
  return selectorOf(requirements);
}

const podName = 'statefulset.kubernetes.io/pod-name';

/** Where the template of Pods stands, by kind. */
const templates: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', []],
  ['PodTemplate', ['template']],
  ['ReplicationController', ['spec', 'template']],
  ['apps/DaemonSet', ['spec', 'template']],
  ['apps/Deployment', ['spec', 'template']],
  ['apps/ReplicaSet', ['spec', 'template']],
  ['apps/StatefulSet', ['spec', 'template']],
  ['apps.kruise.io/CloneSet', ['spec', 'template']],
  ['apps.openshift.io/DeploymentConfig', ['spec', 'template']],
  ['argoproj.io/Rollout', ['spec', 'template']],
  ['batch/CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['batch/Job', ['spec', 'template']],
  ['serving.knative.dev/Service', ['spec', 'template']],
]);

/** The Pods that an object is or makes; undefined where it makes none, or makes them in its own way. */
export function podTemplateOf({ identity, object }: LinkedObject, node: number): PodTemplate | undefined {
  const path = templates.get(kindKey(groupOf(identity.apiVersion), identity.kind));
  if (!path) return undefined;
  const root = new Field(object);
  const template = path.reduce<Field>((field, step) => field.at(step), root);
  const spec = template.at('spec');
  // A Rollout may take its Pods from a Deployment.
  if (!spec.exists) return undefined;
  const labels = template.at('metadata', 'labels').value;
  return {
    node,
    template,
    labels: typeof labels === 'object' && labels !== null ? (labels as LabelMap) : {},
    spec,
  };
}

/** The containers of a Pod that run as long as it does: sidecars among the init containers too. */
export function runningContainers(spec: Field): readonly Field[] {
  const sidecars = spec
    .at('initContainers')
    .items()
    .filter((container) => container.at('restartPolicy').text === 'Always');
  return [...spec.at('containers').items(), ...sidecars];
}
