import { effects, object } from '../objects';
import type { Fields } from '../objects';

const service = (spec: Fields, metadata: Fields = {}) => object('v1', 'Service', 'web', { metadata, spec });
const policy = (spec: Fields) => object('networking.k8s.io/v1', 'NetworkPolicy', 'web', { spec });
const route = (hostname: string) =>
  object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', { spec: { hostnames: [hostname] } });
const annotated = (value: string) =>
  object('networking.k8s.io/v1', 'Ingress', 'web', { metadata: { annotations: { rewrite: value } } });

describe('traffic changes', () => {
  test.each([
    [
      'when a Service selects other Pods',
      service({ selector: { app: 'a' } }),
      service({ selector: { app: 'b' } }),
      'Requests go to other Pods.',
    ],
    [
      'when a Service has another port',
      service({ ports: [{ port: 80 }] }),
      service({ ports: [{ port: 81 }] }),
      'Requests arrive at, or go to, another port.',
    ],
    [
      'when a Service is opened to the world',
      service({}),
      service({ type: 'LoadBalancer' }),
      'The Service is reached from elsewhere.',
    ],
    ['when a Service is deleted', service({}), undefined, 'Requests to the Service reach nothing any more.'],
    ['when a route changes', route('a.example.com'), route('b.example.com'), 'Requests are routed in another way.'],
    ['when a policy is new', undefined, policy({}), 'Pods that it selects take part only in what policies allow.'],
    [
      'when a policy is deleted',
      policy({}),
      undefined,
      'Pods that it selected are open to whatever no other policy forbids.',
    ],
    [
      'when a policy allows something else',
      policy({ ingress: [] }),
      policy({ ingress: [{}] }),
      'Other connections are allowed than before.',
    ],
    [
      'when an annotation steers a controller',
      annotated('/a'),
      annotated('/b'),
      'The controller of the Ingress may read the annotation.',
    ],
  ])('%s', (_, before, after, reason) => {
    expect(effects(before, after)).toContain(`traffic: ${reason}`);
  });

  test.each([
    [
      'with a label',
      service({}),
      service({}, { labels: { a: 'b' } }),
      'metadata: Only its own labels and annotations change.',
    ],
    [
      'with a kind of that name that somebody else defines',
      object('example.com/v1', 'Service', 'a', { spec: { a: 1 } }),
      object('example.com/v1', 'Service', 'a', { spec: { a: 2 } }),
      'in-place: What its controller makes of that is not known here.',
    ],
  ])('but not %s', (_, before, after, effect) => {
    expect(effects(before, after)).toEqual([effect]);
  });
});
