import { App, Chart, JsonPatch } from 'cdk8s';
import { fieldsOf } from '../../src/api/field-types';
import { DefaultDeny } from '../../src/constructs/default-deny';
import { dns, internet, podsIn, portsOf } from '../../src/constructs/network/destination';
import { allowTraffic } from '../../src/constructs/network/traffic';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { NetworkPolicy } from '../../src/constructs/network-policy';
import type { NetworkPolicyProps } from '../../src/constructs/network-policy-props';
import { Service } from '../../src/constructs/service';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const ports = { http: 8080, dns: { containerPort: 53, protocol: 'UDP' as const } };
const podSelector = (name: string): object => ({
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name } },
});

function pair() {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image, ports });
  const database = new WebDeployment(target, 'database', { image, ports: { postgres: 5432 } });
  return { target, web, database };
}

test('the least it can be', () => {
  const target = chart();
  new NetworkPolicy(target, 'nobody', { allowFrom: [] });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: networking.k8s.io/v1
   kind: NetworkPolicy
   metadata:
     name: nobody
   spec:
     podSelector: {}
     policyTypes:
       - Ingress
   "
  `);
  expect(printed(target)).toBe(printed(target));
});

test('peers without ports share a rule, and those with ports have one each', () => {
  const { target, web, database } = pair();
  const { object } = new NetworkPolicy(target, 'policy', {
    for: web,
    allowFrom: [
      database,
      podsIn('monitoring', { app: 'prometheus' }),
      { from: [podsIn('edge')], ports: ['dns', 9000] },
    ],
    ports: ['http'],
    allowTo: [database, dns(), portsOf(database, 'postgres')],
  });
  const inside = (name: string): object => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  });
  expect(rendered(object).spec).toEqual({
    ...podSelector('web'),
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      {
        from: [
          podSelector('database'),
          { ...inside('monitoring'), podSelector: { matchLabels: { app: 'prometheus' } } },
        ],
        ports: [{ port: 'http' }],
      },
      { from: [inside('edge')], ports: [{ port: 'dns', protocol: 'UDP' }, { port: 9000 }] },
    ],
    egress: [
      { to: [podSelector('database')] },
      {
        to: [{ ...inside('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
        ports: [{ port: 53, protocol: 'UDP' }, { port: 53 }],
      },
      { to: [podSelector('database')], ports: [{ port: 5432 }] },
    ],
  });
});

test('a workload in another namespace is found there', () => {
  const app = new App();
  const web = new WebDeployment(new Chart(app, 'a', { namespace: 'shop' }), 'web', { image });
  const there = new Chart(app, 'b', { namespace: 'data' });
  const { object } = new NetworkPolicy(there, 'policy', { allowFrom: [web] });
  expect(rendered(object).spec.ingress[0].from).toEqual([
    { ...podSelector('web'), namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } },
  ]);
});

test('Pods in another namespace cannot be selected, only named as peers', () => {
  const app = new App();
  const web = new WebDeployment(new Chart(app, 'a', { namespace: 'shop' }), 'web', { image });
  const there = new Chart(app, 'b', { namespace: 'data' });
  const elsewhere =
    'is in the namespace "shop"; allowed: what is in the namespace "data", like this object. To fix it, put both into one namespace.';
  expect(refusalOf(() => new NetworkPolicy(there, 'policy', { for: web, allowFrom: [] }))).toBe(
    `b/policy: for ${elsewhere}`,
  );
  expect(refusalOf(() => new Service(there, 'service', { selector: web, headless: true }))).toBe(
    `b/service: selector ${elsewhere}`,
  );
  expect(refusalOf(() => new HorizontalPodAutoscaler(there, 'load', { target: web, maxReplicas: 2 }))).toBe(
    `b/load: target ${elsewhere}`,
  );
});

test('the internet is every public address, or those that are not left out', () => {
  const { object } = new NetworkPolicy(chart(), 'policy', {
    allowTo: [
      internet({ ports: [443] }),
      internet({ except: ['192.0.2.0/24'], ipFamilies: ['IPv4'] }),
      internet({ except: [] }),
    ],
  });
  expect(rendered(object).spec.egress).toEqual([
    {
      to: [
        {
          ipBlock: {
            cidr: '0.0.0.0/0',
            except: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
          },
        },
        { ipBlock: { cidr: '::/0', except: ['fc00::/7', 'fe80::/10'] } },
      ],
      ports: [{ port: 443 }],
    },
    { to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['192.0.2.0/24'] } }] },
    { to: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }] },
  ]);
});

test('with every prop, every field of the API is there', () => {
  const { target, web, database } = pair();
  const everything: Required<NetworkPolicyProps<'http' | 'dns'>> = {
    name: 'all',
    labels: { a: 'b' },
    annotations: { c: 'd' },
    for: web,
    allowFrom: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] }],
    ports: ['http', { port: 9000, endPort: 9010, protocol: 'SCTP' }],
    allowTo: [{ to: [database], ports: [{ port: 'postgres' }] }],
    ingress: [{ from: [{ namespaceSelector: {}, podSelector: {} }] }],
    egress: [{ ports: [{ port: 53 }] }],
    overrides: { spec: { policyTypes: ['Ingress'] } },
  };
  const { metadata, spec } = rendered(new NetworkPolicy(target, 'policy', everything).object);
  expect(metadata).toEqual({ name: 'all', labels: { a: 'b' }, annotations: { c: 'd' } });
  expect([...fieldsOf('NetworkPolicySpec').keys()].filter((field) => !(field in spec))).toEqual([]);
  expect(spec).toEqual({
    ...podSelector('web'),
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
        ports: [{ port: 'http' }, { port: 9000, endPort: 9010, protocol: 'SCTP' }],
      },
      { from: [{ namespaceSelector: {}, podSelector: {} }] },
    ],
    egress: [{ to: [podSelector('database')], ports: [{ port: 'postgres' }] }, { ports: [{ port: 53 }] }],
  });
});

describe('traffic that is allowed on both sides', () => {
  const out = { to: [podSelector('database')], ports: [{ port: 5432 }] };
  const into = { from: [podSelector('web')], ports: [{ port: 'postgres' }] };

  test('gets a rule in each of the two policies, wherever the call stands', () => {
    for (const early of [true, false]) {
      const { target, web, database } = pair();
      const allow = (): void => allowTraffic({ from: web, to: database, port: 'postgres' });
      if (early) allow();
      const ofWeb = new NetworkPolicy(target, 'a', { for: web, allowTo: [dns()] });
      const ofDatabase = new NetworkPolicy(target, 'b', { for: database, allowFrom: [] });
      if (!early) allow();
      expect(rendered(ofWeb.object).spec.egress[1]).toEqual(out);
      expect(rendered(ofWeb.object).spec.ingress).toBeUndefined();
      expect(rendered(ofDatabase.object).spec).toMatchObject({ policyTypes: ['Ingress'], ingress: [into] });
      expect(printed(target)).toBe(printed(target));
    }
  });

  test('is written into the policy that a workload made for itself', () => {
    const target = chart();
    const database = new WebDeployment(target, 'database', {
      image,
      ports: { postgres: 5432 },
      networkPolicy: { allowFrom: [] },
    });
    const web = new WebDeployment(target, 'web', { image, networkPolicy: { allowTo: [podsIn('kube-system')] } });
    allowTraffic({ from: web, to: database, port: 'postgres' });
    allowTraffic({ from: web, to: database, port: { port: 9187 } });
    expect(rendered(database.networkPolicy).spec.ingress).toEqual([
      into,
      { from: [podSelector('web')], ports: [{ port: 9187 }] },
    ]);
    expect(rendered(web.networkPolicy).spec.egress[1]).toEqual(out);
  });

  test('is written once, into the first policy that restricts the direction', () => {
    const { target, web, database } = pair();
    const first = new NetworkPolicy(target, 'a', { for: web, allowFrom: [] });
    const second = new NetworkPolicy(target, 'b', { for: web, allowTo: [] });
    const third = new NetworkPolicy(target, 'c', { for: web, allowTo: [] });
    allowTraffic({ from: web, to: database, port: 'postgres' });
    expect(rendered(first.object).spec.egress).toBeUndefined();
    expect(rendered(second.object).spec.egress).toEqual([out]);
    expect(rendered(third.object).spec.egress).toBeUndefined();
  });

  test('keeps what overrides and patches say', () => {
    const { target, web, database } = pair();
    const policy = new NetworkPolicy(target, 'a', {
      for: web,
      allowTo: [],
      overrides: { metadata: { labels: { a: 'b' } } },
    });
    allowTraffic({ from: web, to: database, port: 'postgres' });
    policy.object.addJsonPatch(JsonPatch.add('/spec/egress/0/ports/0/protocol', 'TCP'));
    expect(rendered(policy.object)).toMatchObject({
      metadata: { labels: { a: 'b' } },
      spec: { egress: [{ ports: [{ port: 5432, protocol: 'TCP' }] }] },
    });
  });

  test('is an error where it is denied and no policy takes the rule', () => {
    const { target, web, database } = pair();
    new DefaultDeny(target, 'deny');
    new NetworkPolicy(target, 'web-traffic', { for: web, allowTo: [dns()] });
    allowTraffic({ from: web, to: database, port: 'postgres' });
    expect(web.node.validate()).toEqual([]);
    expect(database.node.validate()).toEqual([
      'allowTraffic() lets traffic in, but a DefaultDeny keeps it out, and no NetworkPolicy takes the rule. To fix it, make a NetworkPolicy for this workload with allowFrom: [].',
    ]);
  });

  test('is fine without any policy', () => {
    const { web, database } = pair();
    allowTraffic({ from: web, to: database, port: 'postgres' });
    expect([...web.node.validate(), ...database.node.validate()]).toEqual([]);
  });
});

describe('what is denied by default', () => {
  test('is everything but DNS', () => {
    const { spec } = rendered(new DefaultDeny(chart(), 'deny').object);
    expect(spec).toMatchObject({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(spec.egress[0].ports).toEqual([{ port: 53, protocol: 'UDP' }, { port: 53 }]);
    expect(spec).not.toHaveProperty('ingress');
  });

  test('is one direction alone, or DNS too, when it is asked for', () => {
    const spec = (props: ConstructorParameters<typeof DefaultDeny>[2]): unknown =>
      rendered(new DefaultDeny(chart(), 'deny', props).object).spec;
    expect(spec({ traffic: 'ingress' })).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
    expect(spec({ traffic: 'egress', allowDns: false })).toEqual({ podSelector: {}, policyTypes: ['Egress'] });
    const local = { ipBlock: { cidr: '169.254.20.10/32' } };
    expect(spec({ allowDns: { to: [local] } })).toMatchObject({ egress: [{ to: [local] }] });
  });

  test('takes overrides', () => {
    const { object } = new DefaultDeny(chart(), 'deny', {
      overrides: { spec: { podSelector: { matchLabels: { a: 'b' } } } },
    });
    expect(rendered(object).spec.podSelector).toEqual({ matchLabels: { a: 'b' } });
  });
});

describe('refuses', () => {
  const { web } = pair();
  const refusal = (props: object): string =>
    refusalOf(() => new NetworkPolicy(chart(), 'policy', props as NetworkPolicyProps));

  test.each([
    ['a policy that says nothing', { for: web }, 'props is without a rule', 'allowFrom: []'],
    ['a peer that is none', { allowFrom: ['web'] }, 'allowFrom[0] is "web"', 'pass the construct'],
    ['an empty list of peers', { allowFrom: [{ from: [] }] }, 'allowFrom[0].from', 'namespaceSelector: {}'],
    ['an empty list of ports', { allowFrom: [], ports: [] }, 'ports is an empty list', 'leave it out'],
    ['ports for nobody', { ports: [80], allowTo: [] }, 'ports is given without allowFrom', 'allowFrom'],
    ['an undeclared port', { for: web, allowFrom: [web], ports: ['htpp'] }, 'ports[0] is "htpp"', 'write "http"'],
    ['a wrong port', { allowTo: [internet({ ports: [0] })] }, 'allowTo[0].ports[0] is 0', 'from 1 to 65535'],
    ['a range upside down', { allowFrom: [], ports: [{ port: 9, endPort: 8 }] }, 'endPort is 8', 'from 9 to 65535'],
    ['a range from a name', { allowFrom: [], ports: [{ port: 'a', endPort: 8 }] }, '8 without a number', 'number'],
    ['a wrong protocol', { allowFrom: [], ports: [{ port: 1, protocol: 'tcp' }] }, '"tcp"', 'write "TCP"'],
    ['an address without bits', { allowFrom: [{ ipBlock: { cidr: '10.0.0.1' } }] }, '"10.0.0.1"', '"10.0.0.1/32"'],
    [
      'addresses and Pods at once',
      { allowFrom: [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }] },
      'addresses and a selector at once',
      'two peers',
    ],
    [
      'Pods that are none',
      { for: { labels: {} }, allowFrom: [] },
      'for is an object with labels',
      'pass the construct',
    ],
  ] as const)('%s', (_what, props, found, fix) => {
    const message = refusal(props);
    expect(message).toContain(found);
    expect(message).toContain(fix);
    expect(message.startsWith('test/policy: ')).toBe(true);
  });

  test('an override of a field that is none, when it is made', () => {
    expect(refusal({ allowFrom: [], overrides: { spec: { podSelectr: {} } } })).toContain('podSelector');
  });

  test('wrong values of the functions, with their name', () => {
    expect(refusalOf(() => internet({ except: ['10.0.0.0'] }))).toContain('internet(): except[0] is "10.0.0.0"');
    expect(refusalOf(() => podsIn('Edge'))).toContain('podsIn(): namespace is "Edge"');
    expect(refusalOf(() => portsOf(web, 'htpp' as 'http'))).toContain('portsOf(): names[0] is "htpp"');
    expect(refusalOf(() => allowTraffic({ from: web, to: web, port: 'htpp' as 'http' }))).toContain(
      'allowTraffic(): port is "htpp"',
    );
    expect(refusalOf(() => new DefaultDeny(chart(), 'a', { traffic: 'in' as 'all' }))).toContain('traffic is "in"');
    expect(refusalOf(() => new DefaultDeny(chart(), 'a', { traffic: 'ingress', allowDns: true } as never))).toContain(
      'allowDns is given while',
    );
  });
});
