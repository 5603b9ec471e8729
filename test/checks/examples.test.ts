import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crossObjectProblems } from '../../src/problems/cross-object-problems';
import { findingsIn, problemsIn } from './cross-findings';

const folder = join(__dirname, '../fixtures/manifests/problems');
const read = (code: string, which: string): string => readFileSync(join(folder, `${code}.${which}.yaml`), 'utf8');

describe('the examples of problems across objects', () => {
  const codes = Object.keys(crossObjectProblems);

  test('are there for every code, and for no other', () => {
    const names = codes.flatMap((code) => [`${code}.right.yaml`, `${code}.wrong.yaml`]);
    expect(readdirSync(folder).sort()).toEqual(names.sort());
  });

  test.each(codes)('%s is found in what is wrong, and nothing else is', (code) => {
    expect(problemsIn(read(code, 'wrong')).map((problem) => problem.code)).toEqual([code]);
  });

  test.each(codes)('%s is not found in what is right, and nothing else is', (code) => {
    expect(findingsIn(read(code, 'right'))).toEqual([]);
  });

  test('say what was found, and where', () => {
    expect(codes.flatMap((code) => findingsIn(read(code, 'wrong'))).join('\n')).toMatchInlineSnapshot(`
     "PLM7001 warning Deployment/web spec.template.spec.containers[0].envFrom[0].configMapRef.name: There is no ConfigMap "shop-setings"; there is "shop-settings". The containers do not start without it.
     PLM7002 error Deployment/web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: ConfigMap shop-settings has no key "LOGLEVEL"; there is "LOG_LEVEL". The container does not start.
     PLM7003 error Ingress/web spec.rules[0].http.paths[0].backend.service.port.number: Service web has no port 8080; it has http (80).
     PLM7004 warning ConfigMap/settings metadata.namespace: There is no namespace "shpo"; there is "shop".
     PLM7005 warning Pod/web metadata: Pod web names no namespace, and ConfigMap settings, with which it belongs together, is in namespace shop.
     PLM7006 warning Widget/first: Widget first comes before CustomResourceDefinition widgets.example.com, which defines its kind.
     PLM7101 warning Service/web spec.selector: No Pods have the labels app=wbe; those of Deployment web have app=web.
     PLM7102 warning Service/web spec.selector: The selector takes in the Pods of Deployment web, which listen on port 8080, and those of Deployment worker, which do not.
     PLM7103 warning Deployment/web spec.selector: The selector takes in the Pods of Deployment worker too.
     PLM7104 error Service/web spec.ports[0].targetPort: The containers of Deployment web have no port named "web"; they have http (8080).
     PLM7105 error Deployment/web spec.template.spec.containers[0].readinessProbe.httpGet.port: Container web has no port named "htpp"; it has "http".
     PLM7201 error PodDisruptionBudget/shop spec.selector: The Pods of Deployment web are selected by PodDisruptionBudget web too.
     PLM7202 warning PodDisruptionBudget/web spec.minAvailable: minAvailable is 2 and Deployment web has at most 2 Pods: none of them may ever be evicted.
     PLM7203 warning Deployment/web spec.replicas: replicas is 3, and HorizontalPodAutoscaler web sets it too.
     PLM7204 warning Deployment/web spec.template.spec.volumes[0].persistentVolumeClaim.claimName: PersistentVolumeClaim data is ReadWriteOnce, and the strategy is RollingUpdate (the default): the new Pod waits for the volume, and the old Pod for the new one.
     PLM7205 warning CronJob/report spec.schedule: The schedule "0 0 30 2 *" asks for a day that none of its months has.
     PLM7301 warning Ingress/api spec.rules[0].http.paths[0]: Ingress web claims the same: host shop.example.com, path /.
     PLM7302 error Service/api spec.ports[0].nodePort: Service web has nodePort 30080 already.
     PLM7303 warning DaemonSet/disk-metrics spec.template.spec.containers[0].ports[0]: DaemonSet node-metrics has port 9100 of the same nodes already.
     PLM7304 warning NetworkPolicy/web spec.egress: The Pods of Deployment web may reach others, but not port 53 of the DNS servers.
     PLM7305 warning NetworkPolicy/web spec.ingress: No rule of NetworkPolicy web lets anybody reach port 8080 of the Pods of Deployment web, to which Service web sends port 80.
     PLM7401 warning Secret/database stringData.password: The value of "password" can be read by whoever reads the manifest.
     PLM7402 warning Deployment/web spec.template.spec.containers[0].env[0].value: The variable DATABASE_PASSWORD holds what looks like a credential, in plain text.
     PLM7403 warning Deployment/web spec.template.spec.containers[0].image: The image "registry.example.com/shop/web:latest" has the tag "latest".
     PLM7404 warning ClusterRole/operator rules[0]: The rule allows every verb on every resource of the cluster.
     PLM7405 warning ClusterRole/operator rules[0]: Whom ClusterRoleBinding operator names may read every Secret, in the whole cluster."
    `);
  });
});
