import { readLinks } from '../../src/links/read-links';
import { described, linkedObjects, linksOf } from './linked-objects';

const pod = (name: string, labels: string, spec = ''): string => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: ${labels} }
spec: { containers: [{ name: main, image: 'nginx:1.27' }]${spec} }
---`;

describe('the links of objects', () => {
  test('lead from Pods to all that they read, mount, claim and run as', () => {
    const links = linksOf(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      priorityClassName: high
      runtimeClassName: gvisor
      imagePullSecrets: [{ name: registry }]
      initContainers:
        - { name: init, envFrom: [{ prefix: A_, configMapRef: { name: settings } }, { secretRef: { name: token, optional: true } }] }
      containers:
        - name: web
          env:
            - { name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LEVEL } } }
            - { name: PASSWORD, valueFrom: { secretKeyRef: { name: database, key: password } } }
            - { name: API, value: 'http://api:8080/v1' }
            - { name: OTHER, value: 'info' }
      volumes:
        - { name: a, configMap: { name: settings, items: [{ key: app.conf, path: app.conf }] } }
        - { name: b, secret: { secretName: certificate } }
        - { name: c, persistentVolumeClaim: { claimName: data } }
        - { name: d, projected: { sources: [{ configMap: { name: settings } }, { secret: { name: certificate } }] } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { LEVEL: info, app.conf: '' }
---
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { ports: [{ port: 8080 }] }
`);
    expect(described(links).join('\n')).toMatchInlineSnapshot(`
     "Deployment/web mounts ConfigMap/settings (spec.template.spec.volumes[0].configMap.name)
     Deployment/web mounts ConfigMap/settings key app.conf (spec.template.spec.volumes[0].configMap.items[0].key)
     Deployment/web mounts no Secret/certificate (spec.template.spec.volumes[1].secret.secretName)
     Deployment/web claims no PersistentVolumeClaim/data (spec.template.spec.volumes[2].persistentVolumeClaim.claimName)
     Deployment/web mounts ConfigMap/settings (spec.template.spec.volumes[3].projected.sources[0].configMap.name)
     Deployment/web mounts no Secret/certificate (spec.template.spec.volumes[3].projected.sources[1].secret.name)
     Deployment/web reads env from ConfigMap/settings (spec.template.spec.initContainers[0].envFrom[0].configMapRef.name)
     Deployment/web reads env from no Secret/token if there (spec.template.spec.initContainers[0].envFrom[1].secretRef.name)
     Deployment/web reads env from ConfigMap/settings (spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name)
     Deployment/web reads env from ConfigMap/settings key LEVEL (spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key)
     Deployment/web reads env from no Secret/database (spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.name)
     Deployment/web reads env from no Secret/database key password (spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.key)
     Deployment/web depends on Service/api port 8080 (spec.template.spec.containers[0].env[2].value)
     Deployment/web runs as no ServiceAccount/web (spec.template.spec.serviceAccountName)
     Deployment/web pulls with no Secret/registry (spec.template.spec.imagePullSecrets[0].name)
     Deployment/web is of class no PriorityClass/high (spec.template.spec.priorityClassName)
     Deployment/web is of class no RuntimeClass/gvisor (spec.template.spec.runtimeClassName)"
    `);
    expect(links.podsOf(0)?.labels).toEqual({ app: 'web' });
    expect(links.podsOf(1)).toBeUndefined();
    expect(links.to(2)).toEqual(links.from(0).filter(({ kind }) => kind === 'depends on'));
  });

  test('lead from Services, budgets, policies and autoscalers to workloads', () => {
    const links = linksOf(`
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchExpressions: [{ key: app, operator: In, values: [web, api] }] } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  ingress: [{ from: [{ podSelector: { matchLabels: { app: api } } }, { namespaceSelector: { matchLabels: { team: a } } }] }]
  egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }, { namespaceSelector: {}, podSelector: { matchLabels: { app: dns } } }] }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web, tier: front } }, spec: { containers: [] } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: api, namespace: shop }
spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: api } }, spec: { containers: [] } } } } }
---
apiVersion: v1
kind: Namespace
metadata: { name: other, labels: { team: a } }
---
apiVersion: v1
kind: Pod
metadata: { name: client, namespace: other, labels: { app: web } }
spec: { containers: [] }
`);
    expect(described(links).join('\n')).toMatchInlineSnapshot(`
     "Service/web selects Deployment/web (spec.selector)
     PodDisruptionBudget/web guards Deployment/web CronJob/api (spec.selector)
     NetworkPolicy/web guards Deployment/web CronJob/api (spec.podSelector)
     NetworkPolicy/web allows traffic CronJob/api (spec.ingress[0].from[0].podSelector)
     NetworkPolicy/web allows traffic Pod/client (spec.ingress[0].from[1].namespaceSelector)
     NetworkPolicy/web allows traffic no Pod with app=dns (spec.egress[0].to[1].podSelector)
     HorizontalPodAutoscaler/web scales Deployment/web (spec.scaleTargetRef.name)"
    `);
  });

  test('lead through the network, into storage and to roles', () => {
    const links = linksOf(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }
spec:
  ingressClassName: nginx
  tls: [{ secretName: web-tls }]
  rules: [{ http: { paths: [{ path: /, backend: { service: { name: web, port: { name: http } } } }] } }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec: { parentRefs: [{ name: public, namespace: gateways }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  template: { spec: { containers: [] } }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast } }]
---
apiVersion: v1
kind: Pod
metadata: { name: backup }
spec: { containers: [], volumes: [{ name: a, persistentVolumeClaim: { claimName: data-db-0 } }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { storageClassName: manual, volumeName: disk }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk }
spec: { storageClassName: manual, claimRef: { namespace: shop, name: data } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }, { kind: Group, name: people }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: guard }
webhooks: [{ name: a.example.com, clientConfig: { service: { name: guard, namespace: shop, path: / } } }]
`);
    expect(described(links).join('\n')).toMatchInlineSnapshot(`
     "Ingress/web is of class no IngressClass/nginx (spec.ingressClassName)
     Ingress/web terminates TLS with Ingress/web (spec.tls[0].secretName)
     Ingress/web routes to no Service/web port http (spec.rules[0].http.paths[0].backend.service.name)
     Ingress/web is issued by no ClusterIssuer/letsencrypt (metadata.annotations[cert-manager.io/cluster-issuer])
     HTTPRoute/web routes to no Gateway/public (spec.parentRefs[0].name)
     HTTPRoute/web routes to no Service/web port 80 (spec.rules[0].backendRefs[0].name)
     StatefulSet/db is named by no Service/db (spec.serviceName)
     StatefulSet/db is of class no StorageClass/fast (spec.volumeClaimTemplates[0].spec.storageClassName)
     Pod/backup claims StatefulSet/db (spec.volumes[0].persistentVolumeClaim.claimName)
     PersistentVolumeClaim/data binds PersistentVolume/disk (spec.volumeName)
     PersistentVolume/disk binds PersistentVolumeClaim/data (spec.claimRef.name)
     ClusterRoleBinding/reader binds no ClusterRole/reader (roleRef.name)
     ClusterRoleBinding/reader grants to no ServiceAccount/web (subjects[0].name)
     ValidatingWebhookConfiguration/guard calls no Service/guard port 443 (webhooks[0].clientConfig.service.name)"
    `);
  });

  test('lead to what controllers make, and tell its keys', () => {
    const links = linksOf(`
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: database }
spec: { encryptedData: { password: AgB } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: api }
spec: { target: { name: api-token }, data: [{ secretKey: token, remoteRef: { key: api } }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, envFrom: [{ secretRef: { name: database } }, { secretRef: { name: api-token } }] }]
`);
    expect(described(links)).toEqual([
      'Pod/web reads env from SealedSecret/database (spec.containers[0].envFrom[0].secretRef.name)',
      'Pod/web reads env from ExternalSecret/api (spec.containers[0].envFrom[1].secretRef.name)',
    ]);
    expect(links.from(2).map((link) => links.keysOf(link))).toEqual([['password'], ['token']]);
  });

  test('stay in a namespace, unless it is left open', () => {
    const mount = ', volumes: [{ name: a, configMap: { name: settings } }]';
    const objects = `${pod('open', '{}', mount)}
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
---
apiVersion: v1
kind: Pod
metadata: { name: elsewhere, namespace: other }
spec: { containers: []${mount} }`;
    const field = 'spec.volumes[0].configMap.name';
    expect(described(linksOf(objects))).toEqual([
      `Pod/open mounts ConfigMap/settings (${field})`,
      `Pod/elsewhere mounts no ConfigMap/settings (${field})`,
    ]);
    expect(described(linksOf(objects, { namespace: 'default' }))[0]).toBe(
      `Pod/open mounts no ConfigMap/settings (${field})`,
    );
  });

  test('stay among charts for one cluster', () => {
    const application = `${pod('web', '{ app: web }')}
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web } }`;
    const shared = pod('web-of-the-platform', '{ app: web }');
    const links = readLinks([
      ...linkedObjects(application, 'staging'),
      ...linkedObjects(application, 'production'),
      ...linkedObjects(shared, 'platform'),
    ]);
    expect(links.all.map(({ to }) => to)).toEqual([
      [0, 4],
      [2, 4],
    ]);
  });

  test('lead to the object of the same chart, where several charts have it', () => {
    const application = `${pod('web', '{}', ', volumes: [{ name: a, configMap: { name: settings } }]')}
{ apiVersion: v1, kind: ConfigMap, metadata: { name: settings } }`;
    const links = readLinks([...linkedObjects(application, 'staging'), ...linkedObjects(application, 'production')]);
    expect(links.all.map(({ from, to }) => [from, ...to])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect([links.areTogether(0, 1), links.areTogether(0, 2)]).toEqual([true, false]);
  });

  test('lead to Pods by labels that controllers give to them', () => {
    const links = linksOf(`
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec: { template: { metadata: { labels: { app: db } }, spec: { containers: [] } } }
---
apiVersion: v1
kind: Service
metadata: { name: db-0 }
spec: { selector: { statefulset.kubernetes.io/pod-name: db-0 } }
---
apiVersion: v1
kind: Service
metadata: { name: cache-0 }
spec: { selector: { statefulset.kubernetes.io/pod-name: cache-0 } }
---
apiVersion: v1
kind: Service
metadata: { name: this-version }
spec: { selector: { app: db, pod-template-hash: 5d4f } }
`);
    expect(described(links)).toEqual([
      'Service/db-0 selects StatefulSet/db (spec.selector)',
      'Service/cache-0 selects no Pod with statefulset.kubernetes.io/pod-name=cache-0 (spec.selector)',
      'Service/this-version selects StatefulSet/db (spec.selector)',
    ]);
  });

  test('are none where objects make no sense', () => {
    for (const nonsense of [
      'null',
      '7',
      '[]',
      '{ containers: 7 }',
      '{ volumes: [null, 7], containers: [{ env: {} }] }',
    ]) {
      expect(linksOf(`{ apiVersion: v1, kind: Pod, metadata: { name: a, labels: 7 }, spec: ${nonsense} }`).all).toEqual(
        [],
      );
    }
    expect(readLinks([{ identity: { apiVersion: '', kind: '', name: '' }, object: undefined }]).all).toEqual([]);
  });
});
