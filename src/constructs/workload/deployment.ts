import type { ApiObject } from 'cdk8s';
import type { Deployment } from '../../api/kubernetes';
import { compact } from '../compact';
import { isHardened } from '../pod/hardened';
import { type WorkloadContext, defineChild } from './context';
import { deploymentLacks } from './hardened-lacks';
import { type PodTemplateProps, podTemplate } from './pod-template';
import { type RolloutProps, type Strategy, rollout } from './rollout';
import { type Scale, mostPods } from './scaling';
import type { ServiceProps } from './service-props';

/** The props that make a Deployment, and the Service before it. */
export type DeploymentProps = PodTemplateProps &
  RolloutProps &
  Strategy &
  Scale & { readonly service?: false | ServiceProps };

/**
 * The Deployment of a workload.
 *
 * @throws {PropsError} for any value that the API server would refuse
 */
export function defineDeployment(context: WorkloadContext, props: DeploymentProps): ApiObject {
  const { identity, place } = context;
  const lacks = isHardened(place, props.hardened) ? deploymentLacks(props) : [];
  const template = podTemplate(context, props, mostPods(props), lacks);
  const deployment: Deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: identity.metadata(),
    spec: {
      ...compact({ replicas: props.replicas }),
      ...rollout(place, props),
      selector: { matchLabels: identity.selector },
      template,
    },
  };
  return defineChild(context, 'deployment', deployment);
}
