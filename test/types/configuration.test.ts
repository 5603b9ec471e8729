import * as kplus from 'cdk8s-plus-27';
import { ConfigMap } from '../../src/constructs/config-map';
import { ConfigFolder } from '../../src/constructs/configuration/config-folder';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { Volume } from '../../src/constructs/pod/volume';
import { SecretReference } from '../../src/constructs/reference';
import { Secret } from '../../src/constructs/secret';
import type { RegistrySecret, TlsSecret } from '../../src/constructs/secret-type';
import { ServiceAccountToken } from '../../src/constructs/service-account-token';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart } from '../constructs/synth-one';

const image = 'registry.example.com/shop:1';
const takesTls = (_secret: TlsSecret): void => undefined;
const takesRegistry = (_secret: RegistrySecret): void => undefined;

/** What must not compile; the function is never called, because most of it would throw. */
function neverCalled(): void {
  const target = chart();
  const config = new ConfigFolder('config');
  const settings = new ConfigMap(target, 'settings', {
    data: { LOG_LEVEL: 'info', 'app.yaml': config.file('app.yaml') },
    binaryData: { logo: 'AAEC' },
    from: [config.envFile('app.env', ['REGION']), config.directory('nginx', { keys: ['nginx.conf'] })],
  });
  settings.key('LOG_LEVEL');
  settings.key('app.yaml');
  settings.key('logo');
  settings.key('REGION');
  settings.key('nginx.conf');
  settings.files({ items: { REGION: 'region' } });
  settings.files({ items: settings.paths });
  const anyMap: ConfigMap<string> = settings;
  // @ts-expect-error: not declared
  settings.key('LOG_LEVLE');
  // @ts-expect-error: not declared in the env file
  settings.key('REGOIN');
  // @ts-expect-error: an item of a key that is not declared
  settings.files({ items: { 'app.yml': 'a' } });
  // @ts-expect-error: the same in a projected volume
  settings.projected({ items: { 'app.yml': 'a' } });
  // @ts-expect-error: a value is text, bytes or a file
  new ConfigMap(target, 'a', { data: { A: 1 } });
  // @ts-expect-error: a folder is no value
  new ConfigMap(target, 'b', { data: { A: config.directory() } });
  // @ts-expect-error: a file is no source of several keys
  new ConfigMap(target, 'c', { from: [config.file('a')] });
  // @ts-expect-error: nothing is declared
  new ConfigMap(target, 'd', { from: [config.directory()] }).key('a');
  // @ts-expect-error: no such field of the API
  new ConfigMap(target, 'e', { overrides: { dta: {} } });

  const app = new ConfiguredApp(target, 'app', {
    image,
    settings: { data: { A: config.file('a') }, from: [config.envFile('app.env', ['REGION'])], env: ['A', 'REGION'] },
  });
  app.settings.key('REGION');
  // @ts-expect-error: not declared
  app.settings.key('REGOIN');

  const login = Secret.basicAuth('login');
  login.key('username');
  Secret.tls('certificate', ['ca.crt']).key('ca.crt');
  // @ts-expect-error: a login has a username and a password
  login.key('pasword');
  // @ts-expect-error: not declared
  Secret.tls('certificate').key('ca.crt');
  // @ts-expect-error: not declared
  Secret.opaque('a', ['b']).key('c');
  const own = new Secret(target, 'own', { plainText: { because: 'it is for tests', data: { a: 'b' } } });
  own.key('a');
  // @ts-expect-error: not there
  own.key('b');
  // @ts-expect-error: without a reason
  new Secret(target, 'f', { plainText: { data: { a: 'b' } } });
  // @ts-expect-error: not in plain text without saying so
  new Secret(target, 'g', { data: { a: 'b' } });
  // @ts-expect-error: the cluster fills this one itself
  new Secret(target, 'h', { type: 'kubernetes.io/service-account-token', plainText: { because: 'a', data: {} } });
  const token = new ServiceAccountToken(target, 'token', { serviceAccountName: 'builder' });
  token.key('ca.crt');
  // @ts-expect-error: not there
  token.key('tls.crt');

  const registry = Secret.dockerConfigJson('registry');
  takesTls(Secret.tls('certificate'));
  takesTls('certificate');
  takesTls(new SecretReference({ name: 'certificate', keys: ['tls.crt'] }));
  takesTls(new Secret(target, 'i', { type: 'kubernetes.io/tls', plainText: { because: 'a', data: {} } }));
  takesRegistry(registry);
  takesRegistry(Secret.dockerConfig('registry'));
  takesTls(kplus.Secret.fromSecretName(target, 'theirs', 'certificate'));
  // @ts-expect-error: the login of a registry is no certificate
  takesTls(registry);
  // @ts-expect-error: no certificate, as far as is known
  takesTls(Secret.opaque('certificate', ['tls.crt', 'tls.key']));
  // @ts-expect-error: a certificate is no login of a registry
  takesRegistry(Secret.tls('certificate'));
  // @ts-expect-error: a token is no login of a registry
  takesRegistry(token);

  new WebDeployment(target, 'web', { image, env: { A: settings.key('LOG_LEVEL') }, imagePullSecrets: [registry] });
  // @ts-expect-error: no such field of the Pod
  Volume.downwardAPI('pod', { name: 'metadata.nmae' });
  // @ts-expect-error: of another container's resources, the container must be named
  Volume.downwardAPI('pod', { memory: { resource: 'limits.memory' } });
  // @ts-expect-error: one source in each item
  Volume.projected('all', [{ configMp: 'a' }]);
  void anyMap;
}

test('what must not compile does not', () => {
  expect(neverCalled).toBeInstanceOf(Function);
});
