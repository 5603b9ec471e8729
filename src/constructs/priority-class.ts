import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { numberFlaw } from '../values/number';
import { show } from '../values/show';
import { checkProps } from './check-props';
import { compact } from './compact';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import { SingleObject } from './single-object';

/** Props of a `PriorityClass`. */
export interface PriorityClassProps extends ObjectProps {
  /** How important the Pods are, up to 1,000,000,000; more is more. It can never be changed. */
  readonly value: number;
  /**
   * Whether Pods without a class get this one. At most one class of a cluster can say so.
   * @default - not printed; no
   */
  readonly globalDefault?: boolean;
  /**
   * Whether the Pods may push out those of lower priority. It can never be changed.
   * @default - not printed; Kubernetes takes `PreemptLowerPriority`
   */
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority';
  /**
   * When to use the class.
   * @default - none
   */
  readonly description?: string;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.PriorityClass>;
}

const most = 1_000_000_000;

/**
 * How important Pods are to the scheduler.
 *
 * @example
 * const urgent = new PriorityClass(chart, 'urgent', { value: 100000, description: 'What earns the money.' });
 * new WebDeployment(chart, 'web', { image: 'registry.example.com/shop:1.4.2', priorityClassName: urgent.name });
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export class PriorityClass extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'priorityclasses';

  /**
   * @param id Name of the class, unless `name` is given.
   * @throws {PropsError} for a number that is kept for Kubernetes' own classes, and for a name that is
   */
  constructor(scope: Construct, id: string, props: PriorityClassProps) {
    checkProps(scope, id, { PriorityClass }, props);
    super(scope, id);
    const place = new Place(this);
    const { description, globalDefault, preemptionPolicy, value } = props;
    place.at('value').check(numberFlaw(value, -2147483648, most));
    const metadata = settleMetadata(this, place, 'PriorityClass', props, subdomainNameFlaw);
    if (metadata.name.startsWith('system-')) {
      place.at(props.name === undefined ? 'id' : 'name').refuse({
        found: show(metadata.name),
        allowed: 'a name that does not begin with "system-", which Kubernetes keeps for its own',
        fix: `write ${show(metadata.name.slice('system-'.length))}`,
      });
    }
    const priority: api.PriorityClass = compact({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata,
      value,
      globalDefault,
      preemptionPolicy,
      description,
    } as const);
    this.object = defineObject(this, 'priorityClass', priority, props.overrides);
    this.node.defaultChild = this.object;
  }
}
