import type { App } from 'cdk8s';
import { build } from '../../src/build';
import { checkAcross } from '../../src/checks/cross-checks';
import { useHost } from '../../src/host';
import type { Manifest } from '../../src/manifest/manifest';
import { describeFinding } from './cross-findings';

/** The objects of src/main.ts; they are not judged. */
function exampleManifests(): readonly Manifest[] {
  const manifests: Manifest[] = [];
  useHost({ synth: (app: App) => void manifests.push(...build(app, { judge: false }).manifests) });
  jest.isolateModules(() => void jest.requireActual('../../src/main'));
  useHost(undefined);
  return manifests;
}

describe('the checks across objects of the example application', () => {
  const manifests = exampleManifests();

  test('find what it shows on purpose, and nothing else', () => {
    expect(manifests.length).toBeGreaterThan(20);
    expect(checkAcross(manifests).map(describeFinding).join('\n')).toMatchInlineSnapshot(`
     "PLM7403 warning Pod/simple-echo spec.containers[0].image: The image "gihyodocker/nginx-proxy:latest" has the tag "latest".
     PLM7403 warning Pod/simple-echo spec.containers[1].image: The image "gihyodocker/echo:latest" has the tag "latest"."
    `);
  });

  test('know what is declared to exist elsewhere', () => {
    const closed = checkAcross(manifests, { outside: { closed: true } }).filter(({ code }) => code === 'PLM7001');
    expect(closed.map(describeFinding).join('\n')).toMatchInlineSnapshot(`
     "PLM7001 error Deployment/shop spec.template.spec.volumes[0].secret.secretName: There is no Secret "shop-certificate" in namespace study among the objects. The containers do not start without it.
     PLM7001 error Deployment/shop spec.template.spec.containers[0].env[3].valueFrom.secretKeyRef.name: There is no Secret "shop-database" in namespace study among the objects. The containers do not start without it.
     PLM7001 error Deployment/shop spec.template.spec.imagePullSecrets[0].name: There is no Secret "registry-example-com" in namespace study among the objects. Images that need it are not pulled.
     PLM7001 error Deployment/greeter spec.template.spec.volumes[0].secret.secretName: There is no Secret "greeter-certificate" in namespace study among the objects. The containers do not start without it.
     PLM7001 error Deployment/greeter spec.template.spec.imagePullSecrets[0].name: There is no Secret "registry-example-com" in namespace study among the objects. Images that need it are not pulled.
     PLM7001 error Ingress/web spec.ingressClassName: There is no IngressClass "nginx" among the objects. Nobody looks after it.
     PLM7001 error Ingress/web spec.tls[0].secretName: There is no Secret "web-example-com" in namespace study among the objects. There is no certificate to show.
     PLM7001 error HTTPRoute/web-route spec.parentRefs[0].name: There is no Gateway "public" in namespace gateways among the objects. The route is not attached.
     PLM7001 error Deployment/store-front spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.name: There is no Secret "store-front-database" in namespace study among the objects. The containers do not start without it.
     PLM7001 error Ingress/store-front spec.ingressClassName: There is no IngressClass "nginx" among the objects. Nobody looks after it.
     PLM7001 error Ingress/store-front spec.tls[0].secretName: There is no Secret "shop-example-com" in namespace study among the objects. There is no certificate to show.
     PLM7001 error Deployment/store-front-mail spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.name: There is no Secret "store-front-database" in namespace study among the objects. The containers do not start without it.
     PLM7001 error CronJob/store-front-stock spec.jobTemplate.spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef.name: There is no Secret "store-front-database" in namespace study among the objects. The containers do not start without it."
    `);
    const objects = [
      { kind: 'Secret', namespace: 'study', name: '*' },
      { kind: 'IngressClass', name: 'nginx' },
      { kind: 'Gateway', namespace: 'gateways', name: 'public' },
    ];
    const declared = checkAcross(manifests, { outside: { closed: true, objects } });
    expect(declared.filter(({ code }) => code === 'PLM7001')).toEqual([]);
  });
});
