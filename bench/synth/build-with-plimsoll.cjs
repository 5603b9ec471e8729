// A web application of seven objects with our constructs. Ours refer to Secrets and print none, so that the seventh object,
// which the other programs print, is a plain API object here.
const { ApiObject } = require('cdk8s');
const { ConfiguredApp } = require('../../lib');

exports.buildWebApp = (scope, id) => {
  new ConfiguredApp(scope, id, {
    image: 'ghcr.io/example/web:1.0.0',
    containerName: 'main',
    ports: { http: { containerPort: 8080, servicePort: 80 } },
    settings: {
      data: { LOG_LEVEL: 'info', MODE: 'fast' },
      env: ['LOG_LEVEL'],
      files: { mountPath: '/etc/settings' },
    },
    secrets: { login: { name: id, keys: ['password'], env: { PASSWORD: 'password' } } },
    resources: { requests: { cpu: '100m', memory: '64Mi' } },
    livenessProbe: { httpGet: { path: '/live' } },
    readinessProbe: { httpGet: { path: '/ready' } },
    ingress: { host: `${id}.example.com` },
    autoscaling: { minReplicas: 2, maxReplicas: 6, cpuUtilization: 80 },
    serviceAccount: true,
  });
  new ApiObject(scope, `${id}-secret`, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: id },
    stringData: { password: 'not-one' },
  });
};
