import type { CompanionProps } from './companion-props';
import type { Scale } from './scaling';
import type { ServiceProps } from './service-props';

/** The Service of a workload, as it is asked for. */
interface Served {
  readonly service?: boolean | ServiceProps;
}

type Guarded = Pick<CompanionProps<string>, 'networkPolicy'>;

/** What a hardened Deployment lacks beside its Pods, and only its author can know. */
export function deploymentLacks(props: Scale & Served & Guarded & { readonly strategy?: string }): readonly string[] {
  const { autoscaling, replicas = 1, strategy } = props;
  return [
    ...(autoscaling === undefined && replicas < 2 ? ['replicas from 2 up, or autoscaling'] : []),
    ...autoscalingLacks(props),
    ...strategyLacks(strategy),
    ...serviceLacks(props),
    ...networkPolicyLacks(props),
  ];
}

/** The same of a StatefulSet, which may have one Pod if it says so: not every store can be replicated. */
export function statefulSetLacks(props: Scale & Served & Guarded): readonly string[] {
  const { autoscaling, replicas } = props;
  return [
    ...(autoscaling === undefined && replicas === undefined ? ['replicas, be it 1, or autoscaling'] : []),
    ...autoscalingLacks(props),
    ...serviceLacks(props),
    ...networkPolicyLacks(props),
  ];
}

/** The same of a DaemonSet. No policy holds for the traffic of Pods in the network of their node. */
export function daemonSetLacks(props: Guarded & { readonly hostNetwork?: boolean }): readonly string[] {
  return props.hostNetwork === true ? [] : networkPolicyLacks(props);
}

/** A strategy under which the Pods are all gone for a while. */
export function strategyLacks(strategy: string | undefined): readonly string[] {
  return strategy === 'Recreate' ? ['a strategy other than "Recreate"'] : [];
}

function autoscalingLacks({ autoscaling }: Scale): readonly string[] {
  return autoscaling !== undefined && (autoscaling.minReplicas ?? 1) < 2 ? ['autoscaling.minReplicas from 2 up'] : [];
}

function serviceLacks({ service }: Served): readonly string[] {
  const type = typeof service === 'object' ? service.type : undefined;
  return type === 'NodePort' ? ['a service.type other than "NodePort"'] : [];
}

function networkPolicyLacks({ networkPolicy }: Guarded): readonly string[] {
  if (networkPolicy === undefined) return ['a networkPolicy with allowFrom and allowTo'];
  const { allowFrom, allowTo, egress, ingress } = networkPolicy;
  return [
    ...(allowFrom === undefined && ingress === undefined ? ['networkPolicy.allowFrom'] : []),
    ...(allowTo === undefined && egress === undefined ? ['networkPolicy.allowTo'] : []),
  ];
}
