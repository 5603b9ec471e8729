import { ConfiguredApp } from '../../src/constructs/configured-app';
import { WebDeployment } from '../../src/constructs/web-deployment';
import type { SecretKeys } from '../../src/constructs/configured-app-props';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import { chart } from '../constructs/synth-one';

const image = 'registry.example.com/shop:1';

/** What must not compile; the function is never called, because most of it would throw. */
function neverCalled(): void {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image, ports: { http: 80, admin: 81 } });
  // @ts-expect-error: not declared
  web.port('htpp');
  // @ts-expect-error: the name is a type
  const wrongName: 'admin' = web.port('http').name;
  // @ts-expect-error: none is declared
  new WebDeployment(target, 'a', { image }).port('http');
  // @ts-expect-error: an image cannot have a default
  new WebDeployment(target, 'b', { ports: { http: 80 } });
  // @ts-expect-error: an autoscaler and a fixed number
  new WebDeployment(target, 'c', { image, replicas: 2, autoscaling: { maxReplicas: 3 } });
  // @ts-expect-error: no surge where all Pods end first
  new WebDeployment(target, 'd', { image, strategy: 'Recreate', maxSurge: 1 });
  // @ts-expect-error: a budget has one of the two
  new WebDeployment(target, 'e', { image, podDisruptionBudget: { minAvailable: 1, maxUnavailable: 1 } });
  // @ts-expect-error: a budget has at least one of the two
  new WebDeployment(target, 'f', { image, podDisruptionBudget: {} });
  // @ts-expect-error: a probe of a port that is not declared
  new WebDeployment(target, 'g', { image, ports: { http: 80 }, readinessProbe: { tcpSocket: { port: 'htpp' } } });
  // @ts-expect-error: a probe has one handler
  new WebDeployment(target, 'h', { image, readinessProbe: { tcpSocket: { port: 1 }, exec: { command: [] } } });
  // @ts-expect-error: an Ingress to a port that is not declared
  new WebDeployment(target, 'i', { image, ports: { http: 80 }, ingress: { host: 'a', port: 'htpp' } });
  // @ts-expect-error: one host or rules
  new WebDeployment(target, 'j', { image, ports: { http: 80 }, ingress: { host: 'a', rules: [] } });
  // @ts-expect-error: no such field of the API
  new WebDeployment(target, 'k', { image, overrides: { deployment: { spec: { replica: 1 } } } });
  const probe = { exec: { command: ['a'] } };
  // @ts-expect-error: an init container has no probes
  const first: WebDeploymentProps['initContainers'] = { a: { image, readinessProbe: probe } };
  // @ts-expect-error: no such profile
  new WebDeployment(target, 'm', { image, profile: 'none' });

  const app = new ConfiguredApp(target, 'app', {
    image,
    ports: { http: 80 },
    settings: { data: { LOG_LEVEL: 'info', REGION: 'eu' } },
    secrets: { database: { name: 'db', keys: ['user', 'password'] }, tls: { name: 'tls', keys: ['tls.crt'] } },
  });
  app.settings.key('LOG_LEVEL');
  app.secrets.database.key('password');
  app.web.port('http');
  const anyWeb: WebDeployment = web;
  const someWeb: WebDeployment<string> = web;
  const anyApp: ConfiguredApp<string, SecretKeys, string> = app;
  void [anyWeb, someWeb, anyApp];
  // @ts-expect-error: not declared
  app.settings.key('LOG_LEVLE');
  // @ts-expect-error: a key of the other Secret
  app.secrets.database.key('tls.crt');
  // @ts-expect-error: no such Secret
  void app.secrets.databse;
  // @ts-expect-error: not declared
  app.web.port('https');
  // @ts-expect-error: an item of a key that is not declared
  app.secrets.tls.files({ items: { 'tls.key': 'a' } });
  // @ts-expect-error: reads a key that it does not have
  new ConfiguredApp(target, 'n', { image, settings: { data: { A: '' }, env: ['B'] } });
  // @ts-expect-error: reads a key that the Secret does not declare
  new ConfiguredApp(target, 'o', { image, secrets: { a: { name: 'a', keys: ['x'], env: { Y: 'y' } } } });
  // @ts-expect-error: a Secret has no values
  new ConfiguredApp(target, 'p', { image, secrets: { a: { name: 'a', keys: ['x'], data: { x: 'secret' } } } });
  void [wrongName, first];
}

test('what must not compile does not', () => {
  expect(neverCalled).toBeInstanceOf(Function);
});
