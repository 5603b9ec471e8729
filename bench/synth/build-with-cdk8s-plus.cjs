// A web application of seven objects with cdk8s-plus.
const { Size } = require('cdk8s');
const kplus = require('cdk8s-plus-27');

exports.buildWebApp = (scope, id) => {
  const serviceAccount = new kplus.ServiceAccount(scope, `${id}-account`, { metadata: { name: id } });
  const settings = new kplus.ConfigMap(scope, `${id}-settings`, {
    metadata: { name: id },
    data: { LOG_LEVEL: 'info', MODE: 'fast' },
  });
  const secret = new kplus.Secret(scope, `${id}-secret`, {
    metadata: { name: id },
    stringData: { password: 'not-one' },
  });
  const deployment = new kplus.Deployment(scope, id, {
    metadata: { name: id },
    serviceAccount,
    containers: [
      {
        name: 'main',
        image: 'ghcr.io/example/web:1.0.0',
        ports: [{ name: 'http', number: 8080 }],
        envVariables: {
          LOG_LEVEL: kplus.EnvValue.fromConfigMap(settings, 'LOG_LEVEL'),
          PASSWORD: kplus.EnvValue.fromSecretValue({ secret, key: 'password' }),
        },
        resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(64) } },
        liveness: kplus.Probe.fromHttpGet('/live', { port: 8080 }),
        readiness: kplus.Probe.fromHttpGet('/ready', { port: 8080 }),
      },
    ],
  });
  const files = kplus.Volume.fromConfigMap(scope, `${id}-volume`, settings);
  deployment.containers[0].mount('/etc/settings', files);
  const service = new kplus.Service(scope, `${id}-service`, {
    metadata: { name: id },
    selector: deployment,
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  });
  new kplus.Ingress(scope, `${id}-ingress`, {
    metadata: { name: id },
    rules: [{ host: `${id}.example.com`, path: '/', backend: kplus.IngressBackend.fromService(service) }],
  });
  new kplus.HorizontalPodAutoscaler(scope, `${id}-autoscaler`, {
    metadata: { name: id },
    target: deployment,
    minReplicas: 2,
    maxReplicas: 6,
  });
};
