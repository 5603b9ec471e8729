// A web application of seven objects as plain API objects: what is left when no construct library takes part.
const { ApiObject } = require('cdk8s');

exports.buildWebApp = (scope, id) => {
  const metadata = { name: id };
  const labels = { 'app.kubernetes.io/name': id };
  const object = (kind, apiVersion, fields) =>
    new ApiObject(scope, `${id}-${kind}`, { apiVersion, kind, metadata, ...fields });
  object('ServiceAccount', 'v1', { automountServiceAccountToken: false });
  object('ConfigMap', 'v1', { data: { LOG_LEVEL: 'info', MODE: 'fast' } });
  object('Secret', 'v1', { stringData: { password: 'not-one' } });
  object('Deployment', 'apps/v1', {
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: id,
          containers: [
            {
              name: 'main',
              image: 'ghcr.io/example/web:1.0.0',
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [
                { name: 'LOG_LEVEL', valueFrom: { configMapKeyRef: { name: id, key: 'LOG_LEVEL' } } },
                { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: id, key: 'password' } } },
              ],
              resources: { requests: { cpu: '100m', memory: '64Mi' } },
              livenessProbe: { httpGet: { path: '/live', port: 'http' } },
              readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
              volumeMounts: [{ name: 'settings', mountPath: '/etc/settings' }],
            },
          ],
          volumes: [{ name: 'settings', configMap: { name: id } }],
        },
      },
    },
  });
  object('Service', 'v1', { spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } });
  const backend = { service: { name: id, port: { name: 'http' } } };
  object('Ingress', 'networking.k8s.io/v1', {
    spec: { rules: [{ host: `${id}.example.com`, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] },
  });
  object('HorizontalPodAutoscaler', 'autoscaling/v2', {
    spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: id } },
  });
};
