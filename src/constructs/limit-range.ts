import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import { SingleObject } from './single-object';
import { type LimitsProps, limitItems } from './tenancy/limit-items';

/** Props of a `LimitRange`. */
export interface LimitRangeProps extends ObjectProps, LimitsProps {
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.LimitRange>;
}

/**
 * What each container, Pod and claim of a namespace may use, and what those get that say nothing themselves.
 *
 * @example
 * new LimitRange(chart, 'defaults', {
 *   container: { defaultRequest: { cpu: '100m', memory: '64Mi' }, max: { memory: '2Gi' } },
 * });
 *
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export class LimitRange extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'limitranges';

  /**
   * @param id Name of the object, unless `name` is given.
   * @throws {PropsError} for no limits, for what is no quantity, and for a least above a most
   */
  constructor(scope: Construct, id: string, props: LimitRangeProps) {
    checkProps(scope, id, { LimitRange }, props);
    super(scope, id);
    const place = new Place(this);
    const limits: api.LimitRange = {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: settleMetadata(this, place, 'LimitRange', props, subdomainNameFlaw),
      spec: { limits: limitItems(place, props) },
    };
    this.object = defineObject(this, 'limitRange', limits, props.overrides);
    this.node.defaultChild = this.object;
  }
}
