import { Field } from '../links/field';
import { groupOf, isBuiltInGroup } from '../links/kinds';
import type { LinkedObject } from '../links/linked-object';

/**
 * Custom resources whose controllers may make Pods, Services, ConfigMaps and so on of them: what is missing among the objects
 * may be one of those, so that it is not called missing.
 */
export class CustomResources {
  /** Namespaces in which somebody may make Pods. */
  private readonly namespaces = new Set<string>();
  private readonly names = new Set<string>();

  /** Groups whose kinds are defined among the objects, so that their controller is mostly there too. */
  private readonly groups = new Set<string>();

  constructor(objects: readonly LinkedObject[]) {
    for (const { identity, object } of objects) {
      if (identity.kind === 'CustomResourceDefinition') this.groups.add(new Field(object).at('spec', 'group').text);
      const group = groupOf(identity.apiVersion);
      if (isBuiltInGroup(group) || makesNothing(group, identity.kind)) continue;
      // What is installed by a resource may be put into any namespace.
      this.namespaces.add(installers.has(identity.kind) ? '*' : (identity.namespace ?? '*'));
      const kind = identity.kind.toLowerCase();
      for (const name of [identity.name, `${kind}-${identity.name}`, `${kind}-operated`]) this.names.add(name);
    }
  }

  /** Whether a controller may make Pods in a namespace. */
  mayMakePods(namespace: string): boolean {
    return this.namespaces.has('*') || this.namespaces.has(namespace) || (namespace === '' && this.namespaces.size > 0);
  }

  /** Whether a label belongs to a controller whose kinds are defined here, as `strimzi.io/cluster` to that of `kafka.strimzi.io`. */
  hasLabel(key: string): boolean {
    const [domain, name] = key.split('/');
    if (name === undefined || !domain.includes('.')) return false;
    return [...this.groups].some((group) => group === domain || group.endsWith(`.${domain}`));
  }

  /** Whether a controller may have made an object of a name: it mostly starts with the name of the resource. */
  mayMake(name: string): boolean {
    if (this.names.size === 0) return false;
    for (let dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
      if (this.names.has(name.slice(0, dash))) return true;
    }
    return this.names.has(name);
  }
}

/** Resources that stand for whole applications. */
const installers: ReadonlySet<string> = new Set([
  'Application',
  'ApplicationSet',
  'HelmChart',
  'HelmRelease',
  'Kustomization',
  'Subscription',
]);

/** Groups whose resources configure something and start nothing. */
const quietGroups =
  /(?:^|\.)(?:acme\.cert-manager|cert-manager|external-secrets|bitnami|kyverno|gatekeeper|istio|traefik|containo|cilium|projectcalico|metallb|secrets-store\.csi\.x-k8s|snapshot\.storage\.k8s|autoscaling\.k8s|policy\.networking\.k8s)\.(?:io|com|sh|us)$/;

const quietKinds: ReadonlySet<string> = new Set([
  'AlertmanagerConfig',
  'AnalysisTemplate',
  'AppProject',
  'ClusterAnalysisTemplate',
  'PodMonitor',
  'Probe',
  'PrometheusRule',
  'Rollout',
  'ScaledObject',
  'ScrapeConfig',
  'ServiceMonitor',
  'TriggerAuthentication',
]);

function makesNothing(group: string, kind: string): boolean {
  if (group === 'gateway.networking.k8s.io') return kind !== 'Gateway';
  return quietGroups.test(group) || quietKinds.has(kind);
}
