import { WebDeployment } from '../../src/constructs/web-deployment';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import { chart, refusalOf } from './synth-one';

const image = 'registry.example.com/shop:1';
const refusal = (props: object, id = 'web'): string =>
  refusalOf(() => new WebDeployment(chart(), id, { image, ...props } as WebDeploymentProps<string>));

test('the message names construct, prop, what was found, what is allowed and what to do', () => {
  expect(refusal({ ports: { http: 70000 } })).toBe(
    'test/web: ports.http is 70000; allowed: a whole number from 1 to 65535. To fix it, choose a number in that range.',
  );
});

test.each([
  ['a wrong id', {}, 'Web_App', 'id is "Web_App"', 'write "web-app"'],
  ['a wrong image', { image: 'Nginx' }, 'web', 'image is "Nginx"', 'lower case'],
  ['a wrong label', { labels: { 'a b': 'c' } }, 'web', 'labels is "a b"', 'simpler key'],
  [
    'a label that breaks the selector',
    { podLabels: { 'app.kubernetes.io/name': 'x' } },
    'web',
    'is "x"',
    'selectorLabels',
  ],
  ['a wrong annotation', { annotations: { a: 1 } }, 'web', 'annotations.a is 1', 'quotes'],
  ['two names for one port', { ports: { a: 80, b: 80 } }, 'web', 'port 80/TCP, which is also "a"', 'another number'],
  [
    'two ports on one of the Service',
    { ports: { a: 80, b: { containerPort: 81, servicePort: 80 } } },
    'web',
    '80/TCP, which is also "a"',
    'another servicePort',
  ],
  [
    'settings of an affinity that is not there',
    { ports: { http: 80 }, service: { sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } } },
    'web',
    'service.sessionAffinityConfig is given without sessionAffinity',
    "sessionAffinity: 'ClientIP'",
  ],
  ['a wrong port name', { ports: { HTTP: 80 } }, 'web', 'ports.HTTP is "HTTP"', '"http"'],
  [
    'an undeclared port in a probe',
    { ports: { http: 80 }, livenessProbe: { tcpSocket: { port: 'htpp' } } },
    'web',
    'livenessProbe.tcpSocket.port is "htpp"',
    'write "http"',
  ],
  ['a probe without a port', { livenessProbe: { httpGet: {} } }, 'web', 'left out', 'declare the port'],
  ['a probe without a handler', { livenessProbe: { periodSeconds: 1 } }, 'web', 'without a handler', 'add one'],
  [
    'a probe with two',
    { livenessProbe: { exec: { command: ['a'] }, tcpSocket: { port: 1 } } },
    'web',
    'tcpSocket and exec at once',
    'keep one',
  ],
  [
    'a success threshold for liveness',
    { livenessProbe: { exec: { command: ['a'] }, successThreshold: 2 } },
    'web',
    'successThreshold is 2',
    'range',
  ],
  [
    'a kill by readiness',
    { readinessProbe: { exec: { command: ['a'] }, terminationGracePeriodSeconds: 2 } },
    'web',
    'readiness probe never ends',
    'livenessProbe',
  ],
  ['a wrong variable', { env: { '1A': 'b' } }, 'web', 'env."1A" is "1A"', 'LOG_LEVEL'],
  ['a value that is none', { env: { A: null } }, 'web', 'env.A is null', 'write the value'],
  [
    'a wrong quantity',
    { resources: { limits: { memory: '1gb' } } },
    'web',
    'resources.limits.memory is "1gb"',
    'write "1G"',
  ],
  [
    'a limit below its request',
    { resources: { requests: { cpu: 2 }, limits: { cpu: '500m' } } },
    'web',
    '"500m", below the request of 2',
    'raise the limit',
  ],
  ['a relative path', { writablePaths: ['tmp'] }, 'web', 'writablePaths[0] is "tmp"', 'from "/" on'],
  [
    'both replicas and an autoscaler',
    { replicas: 2, autoscaling: { maxReplicas: 3 } },
    'web',
    'replicas is 2 beside autoscaling',
    'minReplicas',
  ],
  ['fewer most than least', { autoscaling: { minReplicas: 3, maxReplicas: 2 } }, 'web', 'maxReplicas is 2', 'range'],
  ['negative replicas', { replicas: -1 }, 'web', 'replicas is -1', 'range'],
  ['no surge and no loss', { maxSurge: 0, maxUnavailable: '0%' }, 'web', 'maxSurge is 0 while', 'raise maxSurge'],
  ['Recreate with a surge', { strategy: 'Recreate', maxSurge: 1 }, 'web', '"Recreate" beside maxSurge', 'leave out'],
  [
    'a deadline before readiness',
    { minReadySeconds: 10, progressDeadlineSeconds: 10 },
    'web',
    'progressDeadlineSeconds is 10',
    'range',
  ],
  [
    'a budget of all',
    { replicas: 2, podDisruptionBudget: { minAvailable: 2 } },
    'web',
    'minAvailable is 2 with 2 Pods',
    'maxUnavailable: 1',
  ],
  [
    'a budget of all in percent',
    { replicas: 3, podDisruptionBudget: { minAvailable: '67%' } },
    'web',
    '"67%" with 3 Pods',
    'maxUnavailable: 1',
  ],
  [
    'a budget of nothing',
    { replicas: 2, podDisruptionBudget: { maxUnavailable: '0%' } },
    'web',
    'maxUnavailable is "0%"',
    'maxUnavailable: 1',
  ],
  [
    'a budget for one Pod',
    { podDisruptionBudget: { minAvailable: 1 } },
    'web',
    'with 1 Pod at least',
    'at least 2 Pods',
  ],
  [
    'a budget above the autoscaler',
    { autoscaling: { maxReplicas: 9 }, podDisruptionBudget: { minAvailable: 1 } },
    'web',
    'with 1 Pod at least',
    'at least 2',
  ],
  [
    'a budget of both',
    { podDisruptionBudget: { minAvailable: 1, maxUnavailable: 1 } },
    'web',
    'with minAvailable and maxUnavailable',
    'set maxUnavailable',
  ],
  ['an Ingress without a Service', { ingress: { host: 'a' } }, 'web', 'asked for without a Service', 'declare a port'],
  [
    'a wrong host',
    { ports: { a: 80 }, ingress: { host: 'http://a' } },
    'web',
    'ingress.host is "http://a"',
    'without scheme',
  ],
  [
    'an Ingress to no port',
    { ports: { a: 80 }, ingress: { host: 'a', port: 'b' } },
    'web',
    'ingress.port is "b"',
    'write "a"',
  ],
  ['a policy that says nothing', { networkPolicy: {} }, 'web', 'networkPolicy is without a rule', 'allowFrom: []'],
  [
    'a peer that is none',
    { networkPolicy: { allowFrom: ['web'] } },
    'web',
    'allowFrom[0] is "web"',
    'pass the construct',
  ],
  [
    'two accounts',
    { serviceAccount: true, serviceAccountName: 'a' },
    'web',
    'while serviceAccountName is "a"',
    'leave out',
  ],
  ['an override of nothing', { overrides: { ingress: {} } }, 'web', 'overrides is "ingress"', 'choose one'],
  ['an unknown profile', { profile: 'restrictd' }, 'web', 'profile is "restrictd"', 'write "restricted"'],
  ['DNS of its own without servers', { dnsPolicy: 'None' }, 'web', 'without name servers', 'add a name server'],
] as const)('refuses %s', (_what, props, id, found, fix) => {
  const message = refusal(props, id);
  expect(message).toContain(found);
  expect(message).toContain(fix);
  expect(message.startsWith(`test/${id}: `)).toBe(true);
});

test('a port that was not declared is refused at run time too', () => {
  const web = new WebDeployment(chart(), 'web', { image, ports: { http: 80 } });
  expect(refusalOf(() => (web as unknown as WebDeployment<string>).port('htpp'))).toBe(
    'test/web: port is "htpp"; allowed: "http". To fix it, write "http".',
  );
});

test('a budget fits when one Pod may go', () => {
  const budgets = [
    { replicas: 3, podDisruptionBudget: { minAvailable: 2 } },
    { replicas: 3, podDisruptionBudget: { minAvailable: '66%' } },
    { replicas: 1, podDisruptionBudget: { maxUnavailable: '1%' } },
    { replicas: 0, podDisruptionBudget: { minAvailable: 1 } },
    { autoscaling: { minReplicas: 2, maxReplicas: 3 }, podDisruptionBudget: { minAvailable: 1 } },
  ];
  const make = (): unknown => budgets.map((props) => new WebDeployment(chart(), 'web', { image, ...props } as never));
  expect(make).not.toThrow();
});
