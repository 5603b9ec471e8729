// A part of a shop, of fourteen objects, with our constructs.
const {
  ConfigMap,
  CronJob,
  PersistentVolumeClaim,
  Role,
  StatefulApp,
  WebDeployment,
  Worker,
  api,
  cron,
  grant,
} = require('../../lib');

const image = 'ghcr.io/example/shop:1.4.2';
const resources = { requests: { cpu: '100m', memory: '64Mi' } };

exports.buildPart = (scope, id) => {
  const settings = new ConfigMap(scope, `${id}-settings`, { data: { LOG_LEVEL: 'info', MODE: 'fast' } });
  const uploads = new PersistentVolumeClaim(scope, `${id}-uploads`, {
    storage: '10Gi',
    accessModes: ['ReadWriteMany'],
  });
  const web = new WebDeployment(scope, `${id}-web`, {
    image,
    resources,
    ports: { http: { containerPort: 8080, servicePort: 80 } },
    env: { LOG_LEVEL: settings.key('LOG_LEVEL') },
    volumeMounts: [uploads.volume().mountedAt('/uploads')],
    readinessProbe: { httpGet: { path: '/ready' } },
    livenessProbe: { httpGet: { path: '/live' } },
    ingress: { host: `${id}.example.com` },
    autoscaling: { minReplicas: 2, maxReplicas: 6, cpuUtilization: 80 },
    podDisruptionBudget: { maxUnavailable: 1 },
    networkPolicy: { allowFrom: [{ namespaceSelector: {} }] },
    serviceAccount: true,
  });
  new Worker(scope, `${id}-mail`, { image, resources, args: ['mail'], env: { LOG_LEVEL: settings.key('LOG_LEVEL') } });
  new CronJob(scope, `${id}-report`, { image, args: ['report'], schedule: cron.daily({ hour: 3 }), backoffLimit: 2 });
  new StatefulApp(scope, `${id}-cache`, {
    image: 'ghcr.io/example/cache:7.2.1',
    ports: { client: 6379 },
    replicas: 3,
    claims: { data: { storage: '1Gi', mountPath: '/data' } },
  });
  new Role(scope, `${id}-reader`, { rules: [grant(api.pods, 'get', 'list', 'watch')] });
  return web;
};
