import { Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type {
  NginxWithBackendDeploymentOptions,
  NginxWithBackendDeploymentProps,
} from '../../src/constructs/nginx-with-backend-deployment';
import { NginxWithBackendDeployment } from '../../src/constructs/nginx-with-backend-deployment';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';
import type { Rendered } from './nginx-pair';
import { backend, pairOf, render } from './nginx-pair';

const deploymentOf = (props: Partial<NginxWithBackendDeploymentProps<'app'>>): Rendered =>
  render(
    (chart) =>
      new NginxWithBackendDeployment(chart, 'shop', { backend, ...props } as NginxWithBackendDeploymentProps<'app'>),
  ).find(({ kind }) => kind === 'Deployment')!;

const hashOf = (props: Partial<NginxWithBackendDeploymentProps<'app'>>): string | undefined =>
  deploymentOf(props).spec.template.metadata.annotations?.['checksum/config'];

describe('nginx with a backend as a Deployment', () => {
  it('is the same Pod in a template', () => {
    const { spec, ...rest } = deploymentOf({});
    const { template, ...others } = spec;
    expect(template.spec).toEqual(pairOf({ backend }).pod.spec);
    expect(Yaml.stringify({ ...rest, spec: { ...others, template: { metadata: template.metadata } } }))
      .toMatchInlineSnapshot(`
     "apiVersion: apps/v1
     kind: Deployment
     metadata:
       labels:
         app.kubernetes.io/instance: shop
         app.kubernetes.io/name: shop
       name: shop
     spec:
       selector:
         matchLabels:
           app.kubernetes.io/instance: shop
           app.kubernetes.io/name: shop
       template:
         metadata:
           annotations:
             checksum/config: 63391de505a8c66d09471f5c7e6bfba785d6ede4f6a1fe65ba22a8cdc7cab2ed
           labels:
             app.kubernetes.io/instance: shop
             app.kubernetes.io/name: shop
     "
    `);
  });

  it('rolls its Pods when the configuration changes, and only then', () => {
    const first = hashOf({});
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf({ labels: { team: 'web' } })).toBe(first);
    expect(hashOf({ nginx: { gzip: true } })).not.toBe(first);
    expect(hashOf({ overrides: { config: { data: { other: 'x' } } } })).not.toBe(first);
    expect(hashOf({ nginx: { generateConfig: false, image: 'a', port: 8000 } })).toBeUndefined();
  });

  it('keeps annotations of the user beside the hash', () => {
    const { annotations } = deploymentOf({ podAnnotations: { a: 'b' } }).spec.template.metadata;
    expect(Object.keys(annotations)).toEqual(['a', 'checksum/config']);
  });

  it('says how it rolls', () => {
    const all: Required<NginxWithBackendDeploymentOptions> = {
      replicas: 3,
      revisionHistoryLimit: 2,
      progressDeadlineSeconds: 120,
      minReadySeconds: 5,
      paused: true,
      overrides: { deployment: { metadata: { annotations: { a: 'b' } } }, config: {} },
    };
    const deployment = deploymentOf({ ...all, strategy: 'RollingUpdate', maxSurge: '50%', maxUnavailable: 0 });
    expect(deployment.metadata.annotations).toEqual({ a: 'b' });
    expect(deployment.spec).toMatchObject({
      replicas: 3,
      revisionHistoryLimit: 2,
      progressDeadlineSeconds: 120,
      minReadySeconds: 5,
      paused: true,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 } },
    });
  });

  it('has no replicas of its own, so that an autoscaler can set them', () => {
    expect(deploymentOf({}).spec).not.toHaveProperty('replicas');
    expect(() => deploymentOf({ replicas: -1 })).toThrow('shop: replicas is -1');
  });

  it('can be selected by a Service of cdk8s-plus', () => {
    const objects = render((chart) => {
      const pair = new NginxWithBackendDeployment(chart, 'shop', { backend });
      new kplus.Service(chart, 'service', {
        selector: pair,
        ports: [{ port: 80, targetPort: pair.port('http').containerPort }],
      });
    });
    const deployment = objects.find(({ kind }) => kind === 'Deployment')!;
    expect(objects.find(({ kind }) => kind === 'Service')!.spec.selector).toEqual(deployment.spec.selector.matchLabels);
  });

  it('can be scaled by an autoscaler of cdk8s-plus, which a Pod cannot', () => {
    const resources = { requests: { cpu: '100m' } };
    const [, deployment, autoscaler] = render((chart) => {
      const props = { backend: { ...backend, resources }, nginx: { resources } };
      const target = new NginxWithBackendDeployment(chart, 'shop', props);
      const metrics = [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))];
      new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target, maxReplicas: 5, metrics });
      const pod = new NginxWithBackendPod(chart, 'pod', props);
      expect(() => pod.toScalingTarget()).toThrow('To fix it, use NginxWithBackendDeployment');
    });
    expect(deployment!.spec).not.toHaveProperty('replicas');
    expect(autoscaler!.spec).toMatchObject({ scaleTargetRef: { kind: 'Deployment', name: 'shop' }, maxReplicas: 5 });
  });

  it('makes the same bytes each time, wherever it stands in the tree', () => {
    const chart = Testing.chart();
    const pair = new NginxWithBackendDeployment(chart, 'shop', { backend });
    expect(Yaml.stringify(Testing.synth(chart))).toBe(Yaml.stringify(Testing.synth(chart)));
    expect(pair.deployment.name).toBe('shop');
  });
});
