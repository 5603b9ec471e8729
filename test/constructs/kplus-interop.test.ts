import { Cpu, EnvValue, Handler, Probe, k8s } from 'cdk8s-plus-27';
import { ApiObject, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { Volume } from '../../src/constructs/pod/volume';
import { SecretReference } from '../../src/constructs/reference';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';

describe('ours take what cdk8s-plus-27 makes', () => {
  const target = chart();
  const configMap = new kplus.ConfigMap(target, 'map', { metadata: { name: 'map' }, data: { a: 'b' } });
  const secret = kplus.Secret.fromSecretName(target, 'secret', 'secret-name');
  const account = kplus.ServiceAccount.fromServiceAccountName(target, 'account', 'account-name');
  const claim = kplus.PersistentVolumeClaim.fromClaimName(target, 'claim', 'claim-name');
  const web = new WebDeployment(target, 'web', {
    image,
    ports: { http: 8080 },
    serviceAccountName: account,
    imagePullSecrets: [secret],
    env: {
      PLAIN: EnvValue.fromValue('x'),
      MAP: EnvValue.fromConfigMap(configMap, 'a', { optional: true }),
      SECRET: EnvValue.fromSecretValue({ secret, key: 'k' }),
      NODE: EnvValue.fromFieldRef(kplus.EnvFieldPaths.NODE_NAME),
      CPU: EnvValue.fromResource(kplus.ResourceFieldPaths.CPU_LIMIT),
    },
    envFrom: [kplus.Env.fromConfigMap(configMap, 'M_'), new kplus.EnvFrom(undefined, 'S_', secret)],
    resources: { requests: { cpu: Cpu.millis(250), memory: Size.mebibytes(512) }, limits: { cpu: Cpu.units(1) } },
    readinessProbe: Probe.fromHttpGet('/ready'),
    livenessProbe: Probe.fromTcpSocket({ port: 9000 }),
    startupProbe: Probe.fromCommand(['true']),
    lifecycle: { preStop: Handler.fromCommand(['sleep', '5']), postStart: Handler.fromHttpGet('/started') },
    volumes: [kplus.Volume.fromHostPath(target, 'host', 'host-path', { path: '/var' })],
    volumeMounts: [
      { volume: kplus.Volume.fromPersistentVolumeClaim(target, 'pvc', claim), mountPath: '/data' },
      Volume.from(kplus.Volume.fromAwsElasticBlockStore(target, 'ebs', 'vol-1', { name: 'ebs' })).mountedAt('/ebs'),
      Volume.configMap('files', configMap).mountedAt('/files'),
    ],
  });
  const pod = rendered(web.deployment).spec.template.spec;
  const container = pod.containers[0];

  test('IServiceAccount and ISecret by name', () => {
    expect(pod).toMatchObject({ serviceAccountName: 'account-name', imagePullSecrets: [{ name: 'secret-name' }] });
    expect(new SecretReference({ name: secret, keys: ['k'] }).name).toBe('secret-name');
  });

  test('EnvValue and EnvFrom', () => {
    expect(container.env).toEqual([
      { name: 'PLAIN', value: 'x' },
      { name: 'MAP', valueFrom: { configMapKeyRef: { name: 'map', key: 'a', optional: true } } },
      { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'secret-name', key: 'k' } } },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
    ]);
    expect(container.envFrom).toEqual([
      { prefix: 'M_', configMapRef: { name: 'map' } },
      { prefix: 'S_', secretRef: { name: 'secret-name' } },
    ]);
  });

  test('Cpu and Size, as they were written', () => {
    expect(container.resources).toEqual({ requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: '1' } });
  });

  test('Probe and Handler, with the container’s port', () => {
    expect(container).toMatchObject({
      readinessProbe: { failureThreshold: 3, httpGet: { path: '/ready', port: 8080, scheme: 'HTTP' } },
      livenessProbe: { tcpSocket: { port: 9000 } },
      startupProbe: { exec: { command: ['true'] } },
      lifecycle: {
        preStop: { exec: { command: ['sleep', '5'] } },
        postStart: { httpGet: { path: '/started', port: 8080, scheme: 'HTTP' } },
      },
    });
  });

  test('Volume, with the field names of the API', () => {
    expect(pod.volumes).toEqual([
      { name: 'host-path', hostPath: { path: '/var', type: '' } },
      { name: 'pvc-claim-name', persistentVolumeClaim: { claimName: 'claim-name', readOnly: false } },
      { name: 'ebs', awsElasticBlockStore: { volumeID: 'vol-1', fsType: 'ext4', readOnly: false } },
      { name: 'files', configMap: { name: 'map' } },
    ]);
  });

  test('IConfigMap and ISecret in a ConfiguredApp', () => {
    const app = new ConfiguredApp(target, 'app', { image, secrets: { a: { name: secret, keys: ['k'] } } });
    expect(app.secrets.a.key('k')).toEqual({ valueFrom: { secretKeyRef: { name: 'secret-name', key: 'k' } } });
  });

  test('INetworkPolicyPeer of every kind', () => {
    const pods = kplus.Pods.select(target, 'pods', {
      labels: { app: 'x' },
      namespaces: kplus.Namespaces.select(target, 'spaces', { names: ['a', 'b'] }),
    });
    const deployment = new kplus.Deployment(target, 'theirs', { containers: [{ image }] });
    const labelled = kplus.Namespaces.select(target, 'labelled', { labels: { team: 'c' } });
    const block = kplus.NetworkPolicyIpBlock.ipv4(target, 'block', '10.0.0.0/8', ['10.1.0.0/16']);
    const { networkPolicy } = new WebDeployment(target, 'policy', {
      image,
      networkPolicy: { allowFrom: [pods, deployment, labelled, block] },
    });
    expect(rendered(networkPolicy).spec.ingress[0].from).toEqual([
      {
        podSelector: { matchLabels: { app: 'x' } },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'a' } },
      },
      {
        podSelector: { matchLabels: { app: 'x' } },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' } },
      },
      { podSelector: { matchLabels: { 'cdk8s.io/metadata.addr': expect.stringContaining('theirs') } } },
      { podSelector: {}, namespaceSelector: { matchLabels: { team: 'c' } } },
      { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
    ]);
  });
});

describe('cdk8s-plus-27 takes ours', () => {
  const labels = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };
  const make = () => {
    const target = chart();
    return { target, web: new WebDeployment(target, 'web', { image, resources: { requests: { cpu: 1 } } }) };
  };

  test('a Service selects it', () => {
    const { target, web } = make();
    const service = new kplus.Service(target, 'service', { selector: web, ports: [{ port: 80 }] });
    expect(rendered(ApiObject.of(service)).spec.selector).toEqual(labels);
  });

  test('a NetworkPolicy selects it and names it as a peer', () => {
    const { target, web } = make();
    const policy = new kplus.NetworkPolicy(target, 'policy', { selector: web, ingress: { rules: [{ peer: web }] } });
    expect(rendered(ApiObject.of(policy)).spec).toMatchObject({
      podSelector: { matchLabels: labels },
      ingress: [{ from: [{ podSelector: { matchLabels: labels } }] }],
    });
  });

  test('a HorizontalPodAutoscaler scales it', () => {
    const { target, web } = make();
    const scaler = new kplus.HorizontalPodAutoscaler(target, 'scaler', { target: web, maxReplicas: 3 });
    expect(rendered(ApiObject.of(scaler)).spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'web',
    });
    expect(scaler.node.validate()).toEqual([]);
    expect(web.hasAutoscaler).toBe(true);
  });

  test('and finds out that its replicas are fixed', () => {
    const target = chart();
    const web = new WebDeployment(target, 'web', { image, replicas: 2 });
    const scaler = new kplus.HorizontalPodAutoscaler(target, 'scaler', { target: web, maxReplicas: 3 });
    expect(scaler.node.validate().join()).toContain('cannot have a fixed number of replicas');
  });

  test('a ConfigMap or Secret of ours, by its name', () => {
    const { target } = make();
    const app = new ConfiguredApp(target, 'app', { image, settings: { data: { A: 'b' } } });
    const configMap = kplus.ConfigMap.fromConfigMapName(target, 'ours', app.settings.name);
    const pod = new kplus.Pod(target, 'pod', {
      containers: [{ image, envVariables: { A: EnvValue.fromConfigMap(configMap, 'A') } }],
    });
    expect(rendered(ApiObject.of(pod)).spec.containers[0].env[0].valueFrom.configMapKeyRef.name).toBe('app');
  });
});

test('typed objects of its `k8s` module stand beside ours', () => {
  const target = chart();
  new WebDeployment(target, 'web', { image });
  const raw = new k8s.KubeConfigMap(target, 'raw', { metadata: { name: 'raw' }, data: { a: 'b' } });
  expect(rendered(raw)).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'raw' }, data: { a: 'b' } });
});

test('making a WebDeployment does not load cdk8s-plus-27', () => {
  jest.isolateModules(() => {
    jest.doMock('cdk8s-plus-27', () => {
      throw new Error('cdk8s-plus-27 was loaded');
    });
    const cdk8s = jest.requireActual<typeof import('cdk8s')>('cdk8s');
    const ours = jest.requireActual<typeof import('../../src/constructs/web-deployment')>(
      '../../src/constructs/web-deployment',
    );
    const target = new cdk8s.Chart(cdk8s.Testing.app(), 'test');
    expect(() => new ours.WebDeployment(target, 'web', { image, ports: { http: 80 } })).not.toThrow();
  });
});
