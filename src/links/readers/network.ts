import type { Field } from '../field';
import type { ReferenceReader, Referrer } from '../referrer';
import { selectorOfLabels, selectorOfLabelSelector } from '../selector';

/** A Service: the Pods that it sends traffic to. */
export const readService: ReferenceReader = (object, refer) => {
  const selector = object.at('spec', 'selector');
  if (selector.entries().length > 0) refer.toSelected('selects', selector, selectorOfLabels(selector));
};

/** An Ingress: its class, its certificates and the Services behind it. */
export const readIngress: ReferenceReader = (object, refer) => {
  const spec = object.at('spec');
  const ingressClass = { group: 'networking.k8s.io', kind: 'IngressClass', namespace: null };
  refer.to('is of class', spec.at('ingressClassName'), ingressClass);
  for (const tls of spec.at('tls').items()) refer.to('terminates TLS with', tls.at('secretName'), { kind: 'Secret' });
  readBackend(spec.at('defaultBackend'), refer);
  for (const rule of spec.at('rules').items()) {
    for (const path of rule.at('http', 'paths').items()) readBackend(path.at('backend'), refer);
  }
  const annotations = object.at('metadata', 'annotations');
  const group = 'cert-manager.io';
  refer.to('is issued by', annotations.at('cert-manager.io/issuer'), { group, kind: 'Issuer' });
  const clusterIssuer = { group, kind: 'ClusterIssuer', namespace: null };
  refer.to('is issued by', annotations.at('cert-manager.io/cluster-issuer'), clusterIssuer);
};

function readBackend(backend: Field, refer: Referrer): void {
  const service = backend.at('service');
  const port = service.at('port');
  // The controller of AWS keeps its own actions where Services are named.
  if (port.at('name').text === 'use-annotation') return;
  const portField = port.at('number').exists ? port.at('number') : port.at('name');
  refer.to('routes to', service.at('name'), { kind: 'Service' }, { port: portField });
  const resource = backend.at('resource');
  refer.to('routes to', resource.at('name'), { group: resource.at('apiGroup').text, kind: resource.at('kind').text });
}

/** A NetworkPolicy: the Pods that it is about, and those that it lets through. */
export const readNetworkPolicy: ReferenceReader = (object, refer) => {
  const spec = object.at('spec');
  const pods = spec.at('podSelector');
  refer.toSelected('guards', pods, selectorOfLabelSelector(pods));
  for (const [rules, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const rule of spec.at(rules).items()) {
      for (const peer of rule.at(peers).items()) readPeer(peer, refer);
    }
  }
};

function readPeer(peer: Field, refer: Referrer): void {
  const pods = peer.at('podSelector');
  const namespaces = peer.at('namespaceSelector');
  if (namespaces.exists) {
    const place = pods.exists ? pods : namespaces;
    refer.toSelectedWhere('allows traffic', place, selectorOfLabelSelector(pods), selectorOfLabelSelector(namespaces));
  } else if (pods.exists) {
    refer.toSelected('allows traffic', pods, selectorOfLabelSelector(pods));
  }
}

/** A Gateway: its class and its certificates. */
export const readGateway: ReferenceReader = (object, refer) => {
  const gatewayClass = { group: gatewayGroup, kind: 'GatewayClass', namespace: null };
  refer.to('is of class', object.at('spec', 'gatewayClassName'), gatewayClass);
  for (const listener of object.at('spec', 'listeners').items()) {
    for (const certificate of listener.at('tls', 'certificateRefs').items()) {
      readObjectReference('terminates TLS with', certificate, 'Secret', '', refer);
    }
  }
};

/** A route of the Gateway API: the Gateways that it belongs to and the Services behind it. */
export const readRoute: ReferenceReader = (object, refer) => {
  const spec = object.at('spec');
  for (const parent of spec.at('parentRefs').items()) {
    readObjectReference('routes to', parent, 'Gateway', gatewayGroup, refer);
  }
  for (const rule of spec.at('rules').items()) {
    const backends = [...rule.at('backendRefs').items()];
    for (const filter of rule.at('filters').items()) backends.push(filter.at('requestMirror', 'backendRef'));
    for (const backend of backends) readObjectReference('routes to', backend, 'Service', '', refer);
  }
};

const gatewayGroup = 'gateway.networking.k8s.io';

function readObjectReference(
  does: 'routes to' | 'terminates TLS with',
  reference: Field,
  kind: string,
  group: string,
  refer: Referrer,
): void {
  const named = {
    kind: reference.at('kind').text || kind,
    group: reference.at('group').exists ? reference.at('group').text : group,
    ...(reference.at('namespace').text !== '' && { namespace: reference.at('namespace').text }),
  };
  const port = named.kind === 'Service' ? reference.at('port') : undefined;
  refer.to(does, reference.at('name'), named, { port });
}
