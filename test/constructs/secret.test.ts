import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { fieldsOf } from '../../src/api/field-types';
import { ServiceAccountToken, type ServiceAccountTokenProps } from '../../src/constructs/service-account-token';
import { Secret } from '../../src/constructs/secret';
import type { SecretObjectProps } from '../../src/constructs/secret-props';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const because = 'a login for tests on this machine alone';

describe('a Secret by reference', () => {
  test.each([
    [Secret.opaque('name', ['a']), 'Opaque', ['a']],
    [Secret.basicAuth('name'), 'kubernetes.io/basic-auth', ['username', 'password']],
    [Secret.sshAuth('name', ['known_hosts']), 'kubernetes.io/ssh-auth', ['ssh-privatekey', 'known_hosts']],
    [Secret.tls('name', ['ca.crt']), 'kubernetes.io/tls', ['tls.crt', 'tls.key', 'ca.crt']],
    [Secret.dockerConfigJson('name'), 'kubernetes.io/dockerconfigjson', ['.dockerconfigjson']],
    [Secret.dockerConfig('name'), 'kubernetes.io/dockercfg', ['.dockercfg']],
    [Secret.serviceAccountToken('name'), 'kubernetes.io/service-account-token', ['token', 'ca.crt', 'namespace']],
  ] as const)('knows its type and keys: %#', (secret, type, keys) => {
    expect(secret).toMatchObject({ name: 'name', type, keys });
  });

  test('is used as variables, files, pull secret and certificate, and makes no object', () => {
    const target = chart();
    const login = Secret.basicAuth('login');
    const tls = Secret.tls('certificate');
    const web = new WebDeployment(target, 'web', {
      image,
      ports: { http: 8080 },
      env: { PASSWORD: login.key('password') },
      volumeMounts: [tls.files({ defaultMode: 0o400 }).mountedAt('/tls')],
      imagePullSecrets: [Secret.dockerConfigJson('registry')],
      ingress: { host: 'shop.example.com', tls: [{ secretName: tls }] },
    });
    expect(kinds(target)).toEqual(['Deployment', 'Service', 'Ingress']);
    expect(rendered(web.deployment).spec.template.spec).toMatchObject({
      containers: [{ env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } }] }],
      imagePullSecrets: [{ name: 'registry' }],
      volumes: [{ name: 'certificate', secret: { secretName: 'certificate', defaultMode: 256 } }],
    });
    expect(rendered(web.ingress).spec.tls).toEqual([{ hosts: ['shop.example.com'], secretName: 'certificate' }]);
  });

  test('refuses a key that its type lacks, and a wrong name', () => {
    expect(refusalOf(() => Secret.basicAuth('login').key('pasword' as never))).toBe(
      'Secret of type kubernetes.io/basic-auth: key is "pasword"; allowed: "username" or "password". ' +
        'To fix it, write "password".',
    );
    expect(refusalOf(() => Secret.tls('My Certificate'))).toContain('name is "My Certificate"');
  });
});

describe('a Secret with values in plain text', () => {
  test('says why they may be read', () => {
    const target = chart();
    new Secret(target, 'login', { plainText: { because, data: { password: 'test' } } });
    expect(printed(target)).toMatchInlineSnapshot(`
     "apiVersion: v1
     kind: Secret
     metadata:
       annotations:
         cdk8s-plimsoll/plain-text-because: a login for tests on this machine alone
       name: login
     data:
       password: dGVzdA==
     "
    `);
  });

  test('with every prop, all of it is there', () => {
    const props: Required<SecretObjectProps<'username' | 'password', 'kubernetes.io/basic-auth'>> = {
      name: 'given',
      labels: { team: 'a' },
      annotations: { note: 'b' },
      plainText: { because, data: { username: 'shop', password: new Uint8Array([0xff]) } },
      type: 'kubernetes.io/basic-auth',
      immutable: true,
      overrides: { metadata: { labels: { more: 'c' } } },
    };
    const secret = new Secret(chart(), 'login', props);
    const object = rendered(secret.object);
    // `stringData` is written into `data` by the server, from which a key taken out later would not go away.
    expect([...fieldsOf('Secret').keys()].filter((field) => !(field in object))).toEqual(['stringData']);
    expect(object).toMatchObject({
      metadata: { name: 'given', labels: { team: 'a', more: 'c' }, annotations: { note: 'b' } },
      type: 'kubernetes.io/basic-auth',
      immutable: true,
      data: { username: 'c2hvcA==', password: '/w==' },
    });
    expect(secret.type).toBe('kubernetes.io/basic-auth');
    expect(secret.key('password').valueFrom).toEqual({ secretKeyRef: { name: 'given', key: 'password' } });
  });

  const data = { password: 'hunter2' };
  test.each([
    ['values without a word', { data, stringData: data }, 'plainText.because is not there; allowed: the reason why'],
    ['no reason', { plainText: { data } }, 'plainText.because is not there; allowed: the reason why'],
    ['an empty reason', { plainText: { data, because: ' ' } }, 'plainText.because is " "'],
    [
      'a type without its key',
      { type: 'kubernetes.io/tls', plainText: { data, because } },
      'plainText.data is without "tls.crt"; allowed: the keys of kubernetes.io/tls: tls.crt, tls.key.',
    ],
    ['an unknown type', { type: 'kubernetes.io/tsl', plainText: { data, because } }, 'write "kubernetes.io/tls"'],
    [
      'a type that the cluster fills',
      { type: 'kubernetes.io/service-account-token', plainText: { data, because } },
      'type is "kubernetes.io/service-account-token"',
    ],
    ['a wrong key', { plainText: { data: { 'a b': 'hunter2' }, because } }, 'plainText.data."a b" is "a b"'],
  ])('refuses %s', (_what, props, found) => {
    const message = refusalOf(() => new Secret(chart(), 'login', props as never));
    expect(message).toContain(`test/login: `);
    expect(message).toContain(found);
    expect(message).not.toContain('hunter2');
  });
});

describe('a ServiceAccountToken', () => {
  test('is an object without a value, which the cluster fills', () => {
    const target = chart({ namespace: 'shop' });
    new ServiceAccountToken(target, 'token', { serviceAccountName: { name: 'builder' } });
    expect(printed(target)).toMatchInlineSnapshot(`
     "apiVersion: v1
     kind: Secret
     metadata:
       annotations:
         kubernetes.io/service-account.name: builder
       name: token
       namespace: shop
     type: kubernetes.io/service-account-token
     "
    `);
  });

  test('with every prop, all of it is there', () => {
    const target = chart();
    setDefaults(target, { namePrefix: 'staging-' });
    const props: Required<ServiceAccountTokenProps> = {
      name: 'given',
      labels: { team: 'a' },
      annotations: { note: 'b' },
      serviceAccountName: 'builder',
      overrides: { metadata: { labels: { more: 'c' } } },
    };
    const token = new ServiceAccountToken(target, 'token', props);
    expect(rendered(token.object)).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'staging-given',
        labels: { team: 'a', more: 'c' },
        annotations: { note: 'b', 'kubernetes.io/service-account.name': 'builder' },
      },
      type: 'kubernetes.io/service-account-token',
    });
    expect(token.key('ca.crt').valueFrom).toEqual({ secretKeyRef: { name: 'staging-given', key: 'ca.crt' } });
  });

  test('refuses a wrong account', () => {
    expect(refusalOf(() => new ServiceAccountToken(chart(), 'token', { serviceAccountName: 'My' }))).toContain(
      'test/token: serviceAccountName is "My"',
    );
  });
});

describe('with cdk8s-plus-27', () => {
  test('theirs take ours as ISecret', () => {
    const target = chart();
    const ours = new Secret(target, 'ours', { plainText: { because, data: { key: 'a' } } });
    const pod = new kplus.Pod(target, 'pod', {
      containers: [
        {
          image,
          envVariables: { A: ours.envValue('key'), B: kplus.EnvValue.fromSecretValue({ secret: ours, key: 'key' }) },
        },
      ],
      volumes: [kplus.Volume.fromSecret(target, 'volume', ours)],
    });
    const spec = rendered(ApiObject.of(pod)).spec;
    const valueFrom = { secretKeyRef: { name: 'ours', key: 'key' } };
    expect(spec.containers[0].env).toEqual([
      { name: 'A', valueFrom },
      { name: 'B', valueFrom },
    ]);
    expect(spec.volumes).toEqual([{ name: 'secret-ours', secret: { secretName: 'ours' } }]);
  });

  test('ours take theirs by name, of whatever type', () => {
    const theirs = kplus.Secret.fromSecretName(chart(), 'theirs', 'theirs');
    expect(Secret.tls(theirs).key('tls.crt').valueFrom).toEqual({ secretKeyRef: { name: 'theirs', key: 'tls.crt' } });
  });
});
