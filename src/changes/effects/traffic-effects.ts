import type { Draft } from '../change';
import { isBuiltIn } from '../compared-object';
import { at, textIn } from '../data';
import type { Effect } from '../effect';

/** Kinds that say where requests go, and what they are called in a sentence. */
const routes: Readonly<Record<string, string>> = {
  Service: 'Service',
  Ingress: 'Ingress',
  NetworkPolicy: 'NetworkPolicy',
  Gateway: 'Gateway',
  GRPCRoute: 'route',
  HTTPRoute: 'route',
  TCPRoute: 'route',
  TLSRoute: 'route',
  UDPRoute: 'route',
};

/** Requests that take another way, or none. */
export function trafficEffects(draft: Draft): readonly Effect[] {
  const { apiVersion, kind } = draft.identity;
  if (!Object.hasOwn(routes, kind) || !(isBuiltIn(apiVersion) || apiVersion.startsWith('gateway.networking.')))
    return [];
  switch (draft.kind) {
    case 'created':
      return [traffic(describeNew(draft))];
    case 'deleted':
      return [traffic(describeGone(draft))];
    case 'renamed':
      return kind === 'NetworkPolicy'
        ? []
        : [traffic(`Whoever uses the old name of the ${routes[kind]} reaches nothing.`)];
    case 'changed':
    case 'moved':
      return draft.refusals.length > 0 ? [] : changedEffects(draft);
  }
}

function describeNew({ after, identity }: Draft): string {
  if (identity.kind === 'NetworkPolicy') return 'Pods that it selects take part only in what policies allow.';
  if (identity.kind !== 'Service') return `Requests are routed by a new ${routes[identity.kind]}.`;
  const type = textIn(at(after, 'spec', 'type'), 'ClusterIP');
  return type === 'LoadBalancer' || type === 'NodePort'
    ? `A new Service is reached from outside of the cluster (${type}).`
    : 'A new Service is reached inside of the cluster.';
}

function describeGone({ identity }: Draft): string {
  if (identity.kind !== 'NetworkPolicy') return `Requests to the ${routes[identity.kind]} reach nothing any more.`;
  return 'Pods that it selected are open to whatever no other policy forbids.';
}

function changedEffects({ fields, identity }: Draft): readonly Effect[] {
  const effects: Effect[] = [];
  const spec = fields.find(({ path }) => /^(?:spec\b|apiVersion$)/.test(path));
  if (spec) effects.push(traffic(describeChanged(identity.kind, spec.path), spec.path));
  // Annotations are what steers controllers of Ingresses, routes and load balancers.
  const annotation = fields.find(({ path }) => /^metadata\.annotations\b/.test(path));
  if (annotation && identity.kind !== 'NetworkPolicy') {
    effects.push(traffic(`The controller of the ${routes[identity.kind]} may read the annotation.`, annotation.path));
  }
  return effects;
}

function describeChanged(kind: string, path: string): string {
  if (kind === 'NetworkPolicy') return 'Other connections are allowed than before.';
  if (kind !== 'Service') return 'Requests are routed in another way.';
  if (/^spec\.selector\b/.test(path)) return 'Requests go to other Pods.';
  if (/^spec\.ports\b/.test(path)) return 'Requests arrive at, or go to, another port.';
  if (/^spec\.type\b/.test(path)) return 'The Service is reached from elsewhere.';
  return 'Requests to the Service are handled in another way.';
}

function traffic(reason: string, field?: string): Effect {
  return { kind: 'traffic', reason, ...(field !== undefined && { field }) };
}
