import fc from 'fast-check';
import type { DefaultDenyProps } from '../../src/constructs/default-deny';
import type { HorizontalPodAutoscalerProps } from '../../src/constructs/horizontal-pod-autoscaler';
import type { GrpcRouteProps } from '../../src/constructs/grpc-route-props';
import type { HttpRouteProps } from '../../src/constructs/http-route-props';
import type { IngressProps } from '../../src/constructs/ingress-props';
import { dns, internet, podsIn } from '../../src/constructs/network/destination';
import type { NetworkPolicyProps } from '../../src/constructs/network-policy-props';
import type { PodDisruptionBudgetProps } from '../../src/constructs/pod-disruption-budget';
import type { ServiceProps } from '../../src/constructs/service-props';
import { portNameFlaw } from '../../src/values/port';

const word = (alphabet: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });
const portNumber = fc.integer({ min: 1, max: 65535 });
const portName = word('abcxyz09-', 15).filter((text) => portNameFlaw(text) === undefined);
const protocol = fc.constantFrom('TCP', 'UDP', 'SCTP');
const labels = fc.dictionary(word('abc', 5), word('xyz', 5), { maxKeys: 3, noNullPrototype: true });
const host = fc
  .tuple(fc.constantFrom('', '*.'), word('abc', 8))
  .map(([wildcard, name]) => `${wildcard}${name}.example.com`);
const quantity = fc.constantFrom('100m', 2, '1Gi', '3k');
const lengthOfTime = fc.integer({ min: 1, max: 1800 });

const servicePorts = (min: number) =>
  fc
    .uniqueArray(
      fc.tuple(portName, portNumber, protocol, fc.option(fc.oneof(portNumber, portName), { nil: undefined })),
      {
        minLength: min,
        maxLength: 4,
        selector: ([name]) => name,
      },
    )
    .filter((list) => new Set(list.map(([, port]) => port)).size === list.length)
    .map((list) =>
      Object.fromEntries(
        list.map(([name, port, over, targetPort]) => [
          name,
          { port, protocol: over, ...(targetPort === undefined ? {} : { targetPort }) },
        ]),
      ),
    );

const addresses = {
  selector: labels,
  internalTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
  publishNotReadyAddresses: fc.boolean(),
  ipFamilyPolicy: fc.constantFrom('SingleStack', 'PreferDualStack'),
  sessionAffinity: fc.constantFrom('None', 'ClientIP'),
};
const outside = {
  externalIPs: fc.constant(['192.0.2.1']),
  externalTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
};

/** Valid props of a Service of every type. */
export const serviceProps = fc.oneof(
  fc.record({ ...addresses, ports: servicePorts(1) }, { requiredKeys: ['ports'], noNullPrototype: true }),
  fc.record(
    { ...addresses, headless: fc.constant(true), ports: servicePorts(0) },
    { requiredKeys: ['headless'], noNullPrototype: true },
  ),
  fc.record(
    { ...addresses, ...outside, type: fc.constant('NodePort'), ports: servicePorts(1) },
    { requiredKeys: ['type', 'ports'], noNullPrototype: true },
  ),
  fc.record(
    {
      ...addresses,
      ...outside,
      type: fc.constant('LoadBalancer'),
      ports: servicePorts(1),
      loadBalancerClass: fc.constant('example.com/internal'),
      loadBalancerSourceRanges: fc.constant(['192.0.2.0/24']),
      allocateLoadBalancerNodePorts: fc.boolean(),
    },
    { requiredKeys: ['type', 'ports'], noNullPrototype: true },
  ),
  fc.record(
    {
      type: fc.constant('ExternalName'),
      externalName: fc.constantFrom('a.example.com', 'b.example.com.'),
      ports: servicePorts(1),
    },
    { requiredKeys: ['type', 'externalName'], noNullPrototype: true },
  ),
) as unknown as fc.Arbitrary<ServiceProps>;

const backend = fc.oneof(
  fc.record({ service: word('abc', 8), port: fc.oneof(portNumber, portName) }, { noNullPrototype: true }),
  fc.constant({ resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'images' } }),
);
const path = fc.array(word('abc%20'.replace('%', '-'), 5), { maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
const paths = fc.uniqueArray(
  fc.record(
    { path, pathType: fc.constantFrom('Prefix', 'Exact', 'ImplementationSpecific'), backend },
    { requiredKeys: ['backend'], noNullPrototype: true },
  ),
  { minLength: 1, maxLength: 4, selector: (one) => `${one.path ?? '/'} ${one.pathType ?? 'Prefix'}` },
);

/** Valid props of an Ingress. */
export const ingressProps = fc.record(
  {
    rules: fc.uniqueArray(fc.record({ host, paths }, { noNullPrototype: true }), {
      minLength: 1,
      maxLength: 3,
      selector: (rule) => rule.host,
    }),
    ingressClassName: fc.constantFrom('nginx', 'a.b'),
    defaultBackend: backend,
    tls: fc.array(
      fc.record(
        { secretName: word('abc', 8), hosts: fc.array(host, { minLength: 1 }) },
        { requiredKeys: [], noNullPrototype: true },
      ),
      {
        maxLength: 2,
      },
    ),
  },
  { requiredKeys: ['rules'], noNullPrototype: true },
) as unknown as fc.Arbitrary<IngressProps>;

const peer = fc.constantFrom(
  podsIn('edge'),
  podsIn('edge', { app: 'a' }),
  { podSelector: {} },
  { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
);
const policyPorts = fc.array(fc.oneof(portNumber, fc.record({ port: portName, protocol }, { noNullPrototype: true })), {
  minLength: 1,
  maxLength: 3,
});
const source = fc.record(
  { from: fc.array(peer, { minLength: 1, maxLength: 3 }), ports: policyPorts },
  { noNullPrototype: true },
);

/** Valid props of a NetworkPolicy. */
export const networkPolicyProps = fc.record(
  {
    for: fc.record({ matchLabels: labels }, { noNullPrototype: true }),
    allowFrom: fc.array(fc.oneof(peer, source), { maxLength: 4 }),
    allowTo: fc.array(
      fc.oneof(
        peer,
        fc.constantFrom(dns(), internet(), internet({ except: [] })),
        source.map(({ from, ports }) => ({ to: from, ports })),
      ),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: ['allowFrom'], noNullPrototype: true },
) as unknown as fc.Arbitrary<NetworkPolicyProps>;

/** Valid props of a DefaultDeny. */
export const defaultDenyProps = fc.oneof(
  fc.record(
    { traffic: fc.constantFrom('all', 'egress'), allowDns: fc.boolean() },
    { requiredKeys: [], noNullPrototype: true },
  ),
  fc.constant({ traffic: 'ingress' }),
) as fc.Arbitrary<DefaultDenyProps>;

const ofPods = fc.oneof(
  fc.record({ averageUtilization: fc.integer({ min: 1, max: 200 }) }, { noNullPrototype: true }),
  fc.record({ averageValue: quantity }, { noNullPrototype: true }),
);
const ofAll = fc.oneof(
  fc.record({ value: quantity }, { noNullPrototype: true }),
  fc.record({ averageValue: quantity }, { noNullPrototype: true }),
);
const describedObject = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'front' };
const metric = fc.oneof(
  ofPods.map((aim) => ({ resource: 'cpu', ...aim })),
  ofPods.map((aim) => ({ containerResource: 'memory', container: 'web', ...aim })),
  fc.tuple(word('abc', 8), quantity).map(([pods, averageValue]) => ({ pods, averageValue })),
  fc.tuple(word('abc', 8), ofAll).map(([object, aim]) => ({ object, describedObject, ...aim })),
  fc.tuple(word('abc', 8), labels, ofAll).map(([external, matchLabels, aim]) => ({
    external,
    selector: { matchLabels },
    ...aim,
  })),
);
const scalingRules = fc.record(
  {
    stabilizationWindowSeconds: fc.integer({ min: 0, max: 3600 }),
    selectPolicy: fc.constantFrom('Min', 'Max', 'Disabled'),
    policies: fc.array(
      fc.record(
        {
          type: fc.constantFrom('Pods', 'Percent'),
          value: fc.integer({ min: 1, max: 99 }),
          periodSeconds: lengthOfTime,
        },
        { noNullPrototype: true },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Valid props of a HorizontalPodAutoscaler. */
export const autoscalerProps = fc.record(
  {
    target: fc.constant({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }),
    minReplicas: fc.integer({ min: 1, max: 3 }),
    maxReplicas: fc.integer({ min: 3, max: 30 }),
    metrics: fc.array(metric, { maxLength: 4 }),
    behavior: fc.record(
      { scaleUp: scalingRules, scaleDown: scalingRules },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: ['target', 'maxReplicas'], noNullPrototype: true },
) as unknown as fc.Arbitrary<HorizontalPodAutoscalerProps>;

const amount = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: 0, max: 100 }).map((share) => `${share}%` as const),
);

/** Valid props of a PodDisruptionBudget. */
export const budgetProps = fc
  .tuple(
    fc.constantFrom('minAvailable', 'maxUnavailable'),
    amount,
    labels,
    fc.constantFrom(undefined, 'IfHealthyBudget', 'AlwaysAllow'),
  )
  .map(([field, value, matchLabels, unhealthyPodEvictionPolicy]) => ({
    for: { matchLabels },
    [field]: value,
    unhealthyPodEvictionPolicy,
  })) as unknown as fc.Arbitrary<PodDisruptionBudgetProps>;

const routeBackend = fc.record({ service: word('abc', 8), port: portNumber }, { noNullPrototype: true });
const headers = fc.uniqueArray(fc.tuple(word('abc-', 8), word('xyz ;', 9)), {
  maxLength: 3,
  selector: ([name]) => name,
});
const headerValues = headers.map((list) => Object.fromEntries(list));
const someHeaders = headerValues.filter((values) => Object.keys(values).length > 0);
const httpMatch = fc.record(
  {
    path: fc.oneof(
      path,
      path.map((exact) => ({ exact })),
      fc.string().map((regularExpression) => ({ regularExpression })),
    ),
    method: fc.constantFrom('GET', 'POST', 'TRACE'),
    headers: headerValues,
    queryParams: headerValues,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const httpRule = fc.record(
  {
    matches: fc.array(httpMatch, { maxLength: 3 }),
    filters: fc.uniqueArray(
      fc.oneof(
        someHeaders.map((set) => ({ requestHeaderModifier: { set } })),
        someHeaders.map((add) => ({ responseHeaderModifier: { add } })),
        routeBackend.map((backend) => ({ requestMirror: { backend, percent: 5 } })),
        path.map((replaceFullPath) => ({ urlRewrite: { path: { replaceFullPath } } })),
      ),
      { maxLength: 4, selector: (filter) => Object.keys(filter)[0] },
    ),
    backendRefs: fc.array(
      fc.oneof(
        routeBackend,
        fc.record({ backend: routeBackend, weight: fc.integer({ min: 0, max: 1_000_000 }) }, { noNullPrototype: true }),
      ),
      { maxLength: 4 },
    ),
    timeouts: fc.record(
      { request: fc.constant('1m30s'), backendRequest: fc.constantFrom('0s', '90s', '500ms') },
      { noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Valid props of an HttpRoute. */
export const httpRouteProps = fc.record(
  {
    parentRefs: fc.constant(['public', { name: 'public', namespace: 'gateways', sectionName: 'https' }]),
    hostnames: fc.array(host, { maxLength: 3 }),
    rules: fc.array(httpRule, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['parentRefs', 'rules'], noNullPrototype: true },
) as unknown as fc.Arbitrary<HttpRouteProps>;

const grpcRule = fc.record(
  {
    matches: fc.array(
      fc.record(
        {
          method: fc.oneof(
            fc.record({ service: fc.constantFrom('shop.v1.Orders', 'shop.v1.Stock') }, { noNullPrototype: true }),
            fc.record({ method: fc.constantFrom('Place', 'Cancel') }, { noNullPrototype: true }),
            fc.string({ minLength: 1 }).map((service) => ({ type: 'RegularExpression' as const, service })),
          ),
          headers: headerValues,
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    filters: fc.uniqueArray(
      fc.oneof(
        someHeaders.map((set) => ({ requestHeaderModifier: { set } })),
        someHeaders.map((add) => ({ responseHeaderModifier: { add } })),
        routeBackend.map((backend) => ({ requestMirror: { backend, percent: 5 } })),
      ),
      { maxLength: 3, selector: (filter) => Object.keys(filter)[0] },
    ),
    backendRefs: fc.array(
      fc.oneof(
        routeBackend,
        fc.record({ backend: routeBackend, weight: fc.integer({ min: 0, max: 1_000_000 }) }, { noNullPrototype: true }),
      ),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Valid props of a GrpcRoute. */
export const grpcRouteProps = fc.record(
  {
    parentRefs: fc.constant(['public', { name: 'public', namespace: 'gateways', sectionName: 'https' }]),
    hostnames: fc.array(host, { maxLength: 3 }),
    rules: fc.array(grpcRule, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['parentRefs', 'rules'], noNullPrototype: true },
) as unknown as fc.Arbitrary<GrpcRouteProps>;
