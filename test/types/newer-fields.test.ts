import { Chart, Testing } from 'cdk8s';
import type { Container, Deployment, JobSpec, Pod, PodSpec, ServiceSpec, VolumeSource } from '../../src/api/kubernetes';
import type { Patch } from '../../src/api/patch';
import { Job } from '../../src/constructs/job';
import { Volume } from '../../src/constructs/pod/volume';
import { Service } from '../../src/constructs/service';
import { WebDeployment } from '../../src/constructs/web-deployment';

const image = 'registry.example.com/shop:1.4.2';

/** Compiled, never run. */
function neverCalled(): void {
  const target = new Chart(Testing.app(), 'test');
  const pod: PodSpec = {
    containers: [{ name: 'a', lifecycle: { preStop: { sleep: { seconds: 5 } } } }],
    initContainers: [{ name: 'b', restartPolicy: 'Always' }],
    resources: { limits: { cpu: '500m' } },
    securityContext: { appArmorProfile: { type: 'RuntimeDefault' } },
    setHostnameAsFQDN: true,
    volumes: [{ name: 'c', image: { reference: 'a' } }],
  };
  const patch: Patch<Deployment> = {
    spec: { template: { spec: { initContainers: [{ name: 'b', restartPolicy: 'Always' }], hostnameOverride: null } } },
  };
  // @ts-expect-error: no such field
  const misspelt: Patch<Pod> = { spec: { hostnameOveride: 'a' } };
  // @ts-expect-error: an item is found by its name
  const nameless: Patch<Pod> = { spec: { initContainers: [{ restartPolicy: 'Always' }] } };
  // @ts-expect-error: not a number
  const container: Container = { name: 'a', restartPolicy: 1 };
  // @ts-expect-error: a profile has a type
  const profile: Container = { name: 'a', securityContext: { appArmorProfile: {} } };
  // @ts-expect-error: readonly
  const write = (): void => void (pod.resources = {});
  // @ts-expect-error: nothing that no minor has on by default
  const off: Container = { name: 'a', lifecycle: { stopSignal: 'SIGUSR1' } };
  const source: VolumeSource = { image: { reference: 'a', pullPolicy: 'Always' } };
  const service: ServiceSpec = { trafficDistribution: 'PreferClose', clusterIP: 'None' };
  const job: JobSpec = { template: {}, successPolicy: { rules: [{ succeededCount: 1 }] } };

  new WebDeployment(target, 'a', {
    image,
    initContainers: { proxy: { image, restartPolicy: 'Always', livenessProbe: { tcpSocket: { port: 80 } } } },
    volumeMounts: [Volume.image('model', image, { pullPolicy: 'Never' }).mountedAt('/model')],
  });
  new WebDeployment(target, 'b', {
    image,
    // @ts-expect-error: what runs to its end has no probes
    initContainers: { first: { image, livenessProbe: { tcpSocket: { port: 80 } } } },
  });
  // @ts-expect-error: Kubernetes has no other way to start a container first
  new WebDeployment(target, 'c', { image, initContainers: { first: { image, restartPolicy: 'Never' } } });
  // @ts-expect-error: one handler
  new WebDeployment(target, 'd', { image, lifecycle: { preStop: { sleep: { seconds: 1 }, exec: { command: [] } } } });
  // @ts-expect-error: a probe cannot wait
  new WebDeployment(target, 'e', { image, readinessProbe: { sleep: { seconds: 1 } } });
  // @ts-expect-error: claims are those of a container
  new WebDeployment(target, 'f', { image, podResources: { claims: [{ name: 'a' }] } });
  // @ts-expect-error: only an indexed Job has indexes
  new Job(target, 'g', { image, backoffLimitPerIndex: 1 });
  // @ts-expect-error: a rule says something
  new Job(target, 'h', { image, completionMode: 'Indexed', completions: 2, successPolicy: { rules: [{}] } });
  // @ts-expect-error: no such distribution
  new Service(target, 'i', { ports: { http: 80 }, trafficDistribution: 'PreferFar' });
  // @ts-expect-error: a host elsewhere has no endpoints
  new Service(target, 'j', { type: 'ExternalName', externalName: 'a.b', trafficDistribution: 'PreferClose' });
  void [patch, misspelt, nameless, container, profile, write, off, source, service, job];
}

test('what must not compile does not', () => {
  expect(neverCalled).toBeInstanceOf(Function);
});
