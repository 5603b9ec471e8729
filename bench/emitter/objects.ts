/** The seven objects of one web application, as a team would have written them. */
function webApplication(number: number): readonly unknown[] {
  const name = `web-${number}`;
  const labels = { 'app.kubernetes.io/instance': name, 'app.kubernetes.io/name': 'web', tier: 'frontend' };
  const metadata = { name, namespace: `team-${number % 12}`, labels };
  const selector = { 'app.kubernetes.io/instance': name, 'app.kubernetes.io/name': 'web' };
  const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
  const probe = (path: string) => ({
    failureThreshold: 3,
    httpGet: { path, port: 'http' },
    periodSeconds: 10,
    timeoutSeconds: 1,
  });
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: copy(metadata), automountServiceAccountToken: false },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: copy(metadata),
      data: {
        CACHE_TTL: '30s',
        LOG_LEVEL: 'info',
        MAX_CONNECTIONS: '100',
        FEATURE_X: 'true',
        UPSTREAM: `http://backend-${number}.team-${number % 12}.svc.cluster.local:8080/api?v=1`,
        'nginx.conf':
          'worker_processes 2;\nhttp {\n  server {\n    listen 8080;\n    location / {\n      proxy_pass http://127.0.0.1:9000;\n    }\n  }\n}\n',
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: copy(metadata),
      type: 'Opaque',
      data: { password: 'c3VwZXJzZWNyZXQtcGFzc3dvcmQ=', token: 'dG9rZW4tMTIzNDU2Nzg5MA==', username: 'YWRtaW4=' },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...copy(metadata),
        annotations: { 'example.com/owner': 'team web <web@example.com>', 'example.com/since': '2024-05-01' },
      },
      spec: {
        replicas: 3,
        revisionHistoryLimit: 5,
        selector: { matchLabels: copy(selector) },
        strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 }, type: 'RollingUpdate' },
        template: {
          metadata: {
            annotations: { 'example.com/config-hash': 'e3b0c44298fc1c149afbf4c8996fb924' },
            labels: copy(labels),
          },
          spec: {
            containers: [
              {
                args: ['--port', '8080', '--log-format=json', '--verbose'],
                command: ['/usr/local/bin/web'],
                env: [
                  { name: 'LOG_LEVEL', valueFrom: { configMapKeyRef: { key: 'LOG_LEVEL', name } } },
                  { name: 'CACHE_TTL', valueFrom: { configMapKeyRef: { key: 'CACHE_TTL', name } } },
                  { name: 'USERNAME', valueFrom: { secretKeyRef: { key: 'username', name } } },
                  { name: 'PASSWORD', valueFrom: { secretKeyRef: { key: 'password', name } } },
                  { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
                ],
                image: `registry.example.com/team/web:1.${number}.0`,
                imagePullPolicy: 'IfNotPresent',
                livenessProbe: probe('/healthz'),
                name: 'web',
                ports: [{ containerPort: 8080, name: 'http', protocol: 'TCP' }],
                readinessProbe: probe('/ready'),
                resources: { limits: { cpu: '1', memory: '512Mi' }, requests: { cpu: '250m', memory: '256Mi' } },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ['ALL'] },
                  readOnlyRootFilesystem: true,
                  runAsNonRoot: true,
                  runAsUser: 10001,
                  seccompProfile: { type: 'RuntimeDefault' },
                },
                volumeMounts: [
                  { mountPath: '/etc/web', name: 'configuration', readOnly: true },
                  { mountPath: '/tmp', name: 'scratch' },
                ],
              },
            ],
            serviceAccountName: name,
            terminationGracePeriodSeconds: 30,
            volumes: [
              { configMap: { name }, name: 'configuration' },
              { emptyDir: {}, name: 'scratch' },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: copy(metadata),
      spec: {
        ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' }],
        selector: copy(selector),
        type: 'ClusterIP',
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { ...copy(metadata), annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' } },
      spec: {
        rules: [
          {
            host: `${name}.example.com`,
            http: {
              paths: [{ backend: { service: { name, port: { name: 'http' } } }, path: '/', pathType: 'Prefix' }],
            },
          },
        ],
        tls: [{ hosts: [`${name}.example.com`], secretName: `${name}-tls` }],
      },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: copy(metadata),
      spec: {
        maxReplicas: 10,
        metrics: [
          { resource: { name: 'cpu', target: { averageUtilization: 80, type: 'Utilization' } }, type: 'Resource' },
        ],
        minReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      },
    },
  ];
}

/** Seven objects for each application: ServiceAccount, ConfigMap, Secret, Deployment, Service, Ingress and HorizontalPodAutoscaler. */
export function webApplications(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, number) => webApplication(number)).flat();
}
