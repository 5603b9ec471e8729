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
import { type QuotaProps, quotaSpec } from './tenancy/quota-spec';

/** Props of a `ResourceQuota`. */
export interface ResourceQuotaProps extends ObjectProps, QuotaProps {
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.ResourceQuota>;
}

/**
 * How much a namespace may use in all. A quota on `requests.cpu` and the like makes the API server refuse every Pod that does
 * not say what it requests; a `LimitRange` says it for them.
 *
 * @example
 * new ResourceQuota(chart, 'team', { hard: { 'requests.cpu': 8, 'requests.memory': '16Gi', pods: 40 } });
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export class ResourceQuota extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'resourcequotas';

  /**
   * @param id Name of the quota, unless `name` is given.
   * @throws {PropsError} for a wrong name, and for what is no quantity
   */
  constructor(scope: Construct, id: string, props: ResourceQuotaProps) {
    checkProps(scope, id, { ResourceQuota }, props);
    super(scope, id);
    const place = new Place(this);
    const quota: api.ResourceQuota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: settleMetadata(this, place, 'ResourceQuota', props, subdomainNameFlaw),
      spec: quotaSpec(place, props),
    };
    this.object = defineObject(this, 'resourceQuota', quota, props.overrides);
    this.node.defaultChild = this.object;
  }
}
