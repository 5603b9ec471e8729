// The same part of a shop, of fourteen objects, with cdk8s-plus; it has no PodDisruptionBudget, so that one is an object of its API module.
const { Cron, Size } = require('cdk8s');
const kplus = require('cdk8s-plus-27');

const image = 'ghcr.io/example/shop:1.4.2';
const resources = { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(64) } };

exports.buildPart = (scope, id) => {
  const named = (name) => ({ metadata: { name: `${id}-${name}` } });
  const settings = new kplus.ConfigMap(scope, `${id}-settings`, {
    ...named('settings'),
    data: { LOG_LEVEL: 'info', MODE: 'fast' },
  });
  const logLevel = { LOG_LEVEL: kplus.EnvValue.fromConfigMap(settings, 'LOG_LEVEL') };
  const uploads = new kplus.PersistentVolumeClaim(scope, `${id}-uploads`, {
    ...named('uploads'),
    storage: Size.gibibytes(10),
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_MANY],
  });

  const serviceAccount = new kplus.ServiceAccount(scope, `${id}-account`, named('web'));
  const web = new kplus.Deployment(scope, `${id}-web`, { ...named('web'), serviceAccount });
  const main = web.addContainer({
    name: 'main',
    image,
    resources,
    ports: [{ name: 'http', number: 8080 }],
    envVariables: logLevel,
    readiness: kplus.Probe.fromHttpGet('/ready', { port: 8080 }),
    liveness: kplus.Probe.fromHttpGet('/live', { port: 8080 }),
  });
  main.mount('/uploads', kplus.Volume.fromPersistentVolumeClaim(scope, `${id}-volume`, uploads));
  const service = new kplus.Service(scope, `${id}-service`, {
    ...named('web'),
    selector: web,
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  });
  new kplus.Ingress(scope, `${id}-ingress`, {
    ...named('web'),
    rules: [{ host: `${id}.example.com`, path: '/', backend: kplus.IngressBackend.fromService(service) }],
  });
  new kplus.HorizontalPodAutoscaler(scope, `${id}-autoscaler`, {
    ...named('web'),
    target: web,
    minReplicas: 2,
    maxReplicas: 6,
    metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(80))],
  });
  new kplus.k8s.KubePodDisruptionBudget(scope, `${id}-budget`, {
    ...named('web'),
    spec: { maxUnavailable: kplus.k8s.IntOrString.fromNumber(1), selector: { matchLabels: web.matchLabels } },
  });
  new kplus.NetworkPolicy(scope, `${id}-policy`, {
    ...named('web'),
    selector: web,
    ingress: { rules: [{ peer: kplus.Namespaces.all(scope, `${id}-namespaces`) }] },
  });

  new kplus.Deployment(scope, `${id}-mail`, {
    ...named('mail'),
    containers: [{ name: 'main', image, resources, args: ['mail'], envVariables: logLevel }],
  });
  new kplus.CronJob(scope, `${id}-report`, {
    ...named('report'),
    schedule: Cron.daily(),
    backoffLimit: 2,
    containers: [{ name: 'main', image, args: ['report'] }],
  });
  const cacheService = new kplus.Service(scope, `${id}-cache-service`, {
    ...named('cache'),
    clusterIP: 'None',
    ports: [{ name: 'client', port: 6379 }],
  });
  const cache = new kplus.StatefulSet(scope, `${id}-cache`, {
    ...named('cache'),
    service: cacheService,
    replicas: 3,
    containers: [{ name: 'main', image: 'ghcr.io/example/cache:7.2.1', ports: [{ name: 'client', number: 6379 }] }],
  });
  cacheService.select(cache);
  const role = new kplus.Role(scope, `${id}-reader`, named('reader'));
  role.allow(['get', 'list', 'watch'], kplus.ApiResource.PODS);
};
