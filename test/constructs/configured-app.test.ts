import { join } from 'node:path';
import { ConfigFolder } from '../../src/constructs/configuration/config-folder';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import type { Configuration, SecretProps, SettingsProps } from '../../src/constructs/configured-app-props';
import { Secret } from '../../src/constructs/secret';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';

test('a minimal one is a ConfigMap and a Deployment that reads all of it', () => {
  const target = chart();
  new ConfiguredApp(target, 'shop', { image, settings: { data: { LOG_LEVEL: 'info' } } });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: v1
   kind: ConfigMap
   metadata:
     labels:
       app.kubernetes.io/instance: shop
       app.kubernetes.io/name: shop
     name: shop
   data:
     LOG_LEVEL: info
   ---
   apiVersion: apps/v1
   kind: Deployment
   metadata:
     labels:
       app.kubernetes.io/instance: shop
       app.kubernetes.io/name: shop
     name: shop
   spec:
     selector:
       matchLabels:
         app.kubernetes.io/instance: shop
         app.kubernetes.io/name: shop
     template:
       metadata:
         annotations:
           checksum/config: 3d308398d2774f2eebcc3cc73ad13cadad441d6d87354ae78928be8df56262c4
         labels:
           app.kubernetes.io/instance: shop
           app.kubernetes.io/name: shop
       spec:
         automountServiceAccountToken: false
         containers:
           - env:
               - name: LOG_LEVEL
                 valueFrom:
                   configMapKeyRef:
                     key: LOG_LEVEL
                     name: shop
             image: registry.example.com/shop:1.4.2
             name: shop
             securityContext:
               allowPrivilegeEscalation: false
               capabilities:
                 drop:
                   - ALL
               readOnlyRootFilesystem: true
         securityContext:
           fsGroup: 10001
           runAsGroup: 10001
           runAsNonRoot: true
           runAsUser: 10001
           seccompProfile:
             type: RuntimeDefault
   "
  `);
});

test('without settings there is no ConfigMap', () => {
  const target = chart();
  new ConfiguredApp(target, 'shop', { image, ports: { http: 80 } });
  expect(kinds(target)).toEqual(['Deployment', 'Service']);
});

const containerOf = (app: ConfiguredApp<string, Record<string, string>, string>) =>
  rendered(app.web.deployment).spec.template.spec.containers[0];

test('keys are read as variables: all, some, and under other names', () => {
  const app = new ConfiguredApp(chart(), 'shop', {
    image,
    settings: { data: { LOG_LEVEL: 'info', REGION: 'eu' }, env: 'all', envPrefix: 'S_' },
    secrets: {
      database: { name: 'shop-db', keys: ['user', 'password'], env: { DB_PASSWORD: 'password' } },
      token: { name: { name: 'shop-token' }, keys: ['TOKEN'] },
      other: { name: 'other', keys: ['A', 'B'], env: ['A'] },
    },
    env: { PLAIN: 'x' },
  });
  expect(containerOf(app)).toMatchObject({
    envFrom: [{ prefix: 'S_', configMapRef: { name: 'shop' } }],
    env: [
      { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'shop-db', key: 'password' } } },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'shop-token', key: 'TOKEN' } } },
      { name: 'A', valueFrom: { secretKeyRef: { name: 'other', key: 'A' } } },
      { name: 'PLAIN', value: 'x' },
    ],
  });
});

test('keys are read as files: a folder, some of it, and single files among others', () => {
  const app = new ConfiguredApp(chart(), 'shop', {
    image,
    settings: {
      data: { 'app.yaml': 'a: 1', 'log.conf': 'x' },
      files: { mountPath: '/etc/shop', items: { 'app.yaml': { path: 'main.yaml', mode: 0o444 } }, defaultMode: 0o440 },
      singleFiles: { '/opt/log.conf': 'log.conf' },
    },
    secrets: { tls: { name: 'cert', keys: ['tls.crt', 'tls.key'], files: { mountPath: '/tls', readOnly: false } } },
  });
  const { volumes } = rendered(app.web.deployment).spec.template.spec;
  expect(volumes).toEqual([
    {
      name: 'settings',
      configMap: { name: 'shop', items: [{ key: 'app.yaml', path: 'main.yaml', mode: 292 }], defaultMode: 288 },
    },
    { name: 'settings-files', configMap: { name: 'shop' } },
    { name: 'secret-tls', secret: { secretName: 'cert' } },
  ]);
  expect(containerOf(app).volumeMounts).toEqual([
    { name: 'settings', mountPath: '/etc/shop', readOnly: true },
    { name: 'settings-files', mountPath: '/opt/log.conf', subPath: 'log.conf', readOnly: true },
    { name: 'secret-tls', mountPath: '/tls', readOnly: false },
  ]);
  expect(containerOf(app)).not.toHaveProperty('env');
});

test('with every prop, all of it is there', () => {
  const settings: Required<SettingsProps<'A' | 'a.conf' | 'logo' | 'B'>> = {
    data: { A: '1', 'a.conf': 'x' },
    binaryData: { logo: 'AAEC' },
    from: [new ConfigFolder(join(__dirname, '../fixtures/configuration')).envFile('app.env', ['B'])],
    env: 'all',
    envPrefix: 'P_',
    files: { mountPath: '/etc/shop', items: { 'a.conf': 'b.conf' }, defaultMode: 0o400, readOnly: true },
    singleFiles: { '/opt/a.conf': 'a.conf' },
  };
  const { name: _name, ...secret }: Required<SecretProps<'k'>> = {
    name: 'unused',
    keys: ['k'],
    env: { K: 'k' },
    envPrefix: 'unused: all keys are asked for one by one',
    files: { mountPath: '/secret', items: {}, defaultMode: 0o400, readOnly: true },
    singleFiles: { '/opt/k': 'k' },
  };
  const props: Required<Configuration<'A' | 'a.conf' | 'logo' | 'B', { s: 'k' }>> = {
    settings,
    secrets: { s: { name: 'secret', ...secret } },
    rollout: 'annotation',
    overrides: { configMap: { metadata: { labels: { a: 'b' } } } },
  };
  const app = new ConfiguredApp(chart(), 'shop', { image, ...props });
  expect(rendered(app.configMap)).toMatchObject({
    data: { ...settings.data, B: '2' },
    binaryData: settings.binaryData,
  });
  expect(containerOf(app as never).envFrom).toEqual([{ prefix: 'P_', configMapRef: { name: 'shop' } }]);
  expect(containerOf(app as never).env).toEqual([
    { name: 'K', valueFrom: { secretKeyRef: { name: 'secret', key: 'k' } } },
  ]);
  expect(containerOf(app as never).volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath)).toEqual([
    '/etc/shop',
    '/opt/a.conf',
    '/secret',
    '/opt/k',
  ]);
});

test('a Secret of a type of Kubernetes brings its keys', () => {
  const app = new ConfiguredApp(chart(), 'shop', {
    image,
    secrets: { database: { ...Secret.basicAuth('login'), env: { DB_PASSWORD: 'password' } } },
  });
  expect(containerOf(app as never).env).toEqual([
    { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } },
  ]);
  expect(app.secrets.database.key('username').valueFrom).toEqual({ secretKeyRef: { name: 'login', key: 'username' } });
});

describe('a change of the settings', () => {
  const app = (data: Record<string, string>, rollout?: 'annotation' | 'immutable-name' | 'none') =>
    new ConfiguredApp(chart(), 'shop', { image, settings: { data }, rollout });
  const annotations = (of: ReturnType<typeof app>) => rendered(of.web.deployment).spec.template.metadata.annotations;

  test('changes the annotation of the Pods, and the order of the keys does not', () => {
    const hash = annotations(app({ A: '1', B: '2' }))['checksum/config'];
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(annotations(app({ B: '2', A: '1' }))['checksum/config']).toBe(hash);
    expect(annotations(app({ A: '1', B: '3' }))['checksum/config']).not.toBe(hash);
    expect(annotations(app({ A: '1B', B: '' }))['checksum/config']).not.toBe(
      annotations(app({ A: '1', B: 'B' }))['checksum/config'],
    );
  });

  test('changes the name of an immutable ConfigMap, everywhere', () => {
    const first = app({ A: '1' }, 'immutable-name');
    const second = app({ A: '2' }, 'immutable-name');
    expect(first.settings.name).toMatch(/^shop-[0-9a-f]{10}$/);
    expect(second.settings.name).not.toBe(first.settings.name);
    expect(rendered(first.configMap)).toMatchObject({ immutable: true, metadata: { name: first.settings.name } });
    expect(containerOf(first as never).env[0].valueFrom.configMapKeyRef.name).toBe(first.settings.name);
    expect(annotations(first)).toBeUndefined();
  });

  test('changes nothing else when it is asked to', () => {
    expect(annotations(app({ A: '1' }, 'none'))).toBeUndefined();
    expect(rendered(app({ A: '1' }, 'none').configMap)).not.toHaveProperty('immutable');
  });
});

test('keys are there for other containers', () => {
  const app = new ConfiguredApp(chart(), 'shop', {
    image,
    settings: { data: { LOG_LEVEL: 'info' } },
    secrets: { database: { name: 'db', keys: ['password'] } },
  });
  expect(app.settings.key('LOG_LEVEL')).toEqual({ valueFrom: { configMapKeyRef: { name: 'shop', key: 'LOG_LEVEL' } } });
  expect(app.secrets.database.key('password')).toEqual({
    valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
  });
  expect(app.secrets.database.files({ items: { password: 'pw' } }).source).toEqual({
    secret: { secretName: 'db', items: [{ key: 'password', path: 'pw' }] },
  });
});

test('empty text and binary data are data', () => {
  const app = new ConfiguredApp(chart(), 'shop', {
    image,
    settings: { data: { EMPTY: '' }, binaryData: { logo: 'AAEC' }, env: ['EMPTY'] },
    overrides: { configMap: { metadata: { labels: { a: 'b' } } }, deployment: { spec: { paused: true } } },
  });
  expect(rendered(app.configMap)).toMatchObject({
    data: { EMPTY: '' },
    binaryData: { logo: 'AAEC' },
    metadata: { labels: { a: 'b' } },
  });
  expect(rendered(app.web.deployment).spec.paused).toBe(true);
});

describe('refuses', () => {
  const refusal = (props: object): string =>
    refusalOf(() => new ConfiguredApp(chart(), 'shop', { image, ...props } as never));

  test.each([
    { data: { password: 'hunter2' } },
    { stringData: { password: 'hunter2' } },
    { keys: { password: 'hunter2' } },
    { value: 'hunter2' },
  ])('a Secret with a value, and does not repeat it: %p', (secret) => {
    const message = refusal({ secrets: { db: { name: 'db', keys: ['password'], ...secret } } });
    expect(message).toContain('test/shop: secrets.db.');
    expect(message).toContain('which would end in plain text in dist/');
    expect(message).toContain('write { name, keys: [...] }');
    expect(message).not.toContain('hunter2');
  });

  test.each([
    ['a wrong key', { settings: { data: { 'a b': 'c' } } }, 'settings.data."a b" is "a b"'],
    ['a value that is no text', { settings: { data: { A: 1 } } }, 'settings.data.A is 1'],
    ['what is no base64', { settings: { data: {}, binaryData: { a: '###' } } }, 'settings.binaryData.a is "###"'],
    ['a key twice', { settings: { data: { a: '' }, binaryData: { a: '' } } }, 'a key of `data` too'],
    ['no data', { settings: { data: { A: undefined } } }, 'settings.data.A is undefined'],
    [
      'too much',
      { settings: { data: { a: 'x'.repeat(1024 * 1024), b: 'y' } } },
      'settings is 1048577 bytes long, most of it "a" (1048576), "b" (1); allowed: at most 1048576 bytes.',
    ],
    [
      'a key that is not there',
      { settings: { data: { LOG: '' }, env: { L: 'LGO' } } },
      'settings.env.L is "LGO"; allowed: "LOG"',
    ],
    ['a file of no key', { settings: { data: { a: '' }, singleFiles: { '/x': 'b' } } }, 'singleFiles."/x" is "b"'],
    ['an override of nothing', { overrides: { configMap: {} } }, 'overrides is "configMap"'],
    ['an unknown rollout', { settings: { data: {} }, rollout: 'imutable-name' }, 'write "immutable-name"'],
    ['a wrong Secret name', { secrets: { db: { name: 'My DB', keys: [] } } }, 'secrets.db.name is "My DB"'],
    ['a wrong name', { name: 'A' }, 'test/shop: name is "A"'],
  ])('%s', (_what, props, found) => {
    expect(refusal(props)).toContain(found);
  });

  test('a key that was not declared, at run time too', () => {
    const { settings } = new ConfiguredApp(chart(), 'shop', { image, settings: { data: { LOG_LEVEL: 'x' } } });
    expect(refusalOf(() => settings.key('LOG_LEVLE' as never))).toBe(
      'test/shop: settings.key is "LOG_LEVLE"; allowed: "LOG_LEVEL". To fix it, write "LOG_LEVEL".',
    );
  });
});

test('printing twice gives the same bytes', () => {
  const target = chart();
  new ConfiguredApp(target, 'shop', { image, settings: { data: { A: 'b' } }, rollout: 'immutable-name' });
  expect(printed(target)).toBe(printed(target));
});
