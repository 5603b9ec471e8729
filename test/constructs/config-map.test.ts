import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import fc from 'fast-check';
import { fieldsOf } from '../../src/api/field-types';
import { ConfigMap, type ConfigMapProps } from '../../src/constructs/config-map';
import { ConfigFolder } from '../../src/constructs/configuration/config-folder';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { PropsError } from '../../src/problems/props-error';
import { inTemporaryFolder } from '../support/temporary-folder';
import { chart, printed, refusalOf, rendered } from './synth-one';

const make = <const Key extends string>(props: ConfigMapProps<Key>) => new ConfigMap(chart(), 'settings', props);

/** A folder of files that is gone after the test. */
const withFiles = (files: Readonly<Record<string, string | Uint8Array>>, test: (folder: string) => void): void =>
  inTemporaryFolder((folder) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    test(folder);
  });

test('a minimal one is a name and its data', () => {
  const target = chart();
  new ConfigMap(target, 'settings', { data: { LOG_LEVEL: 'info' } });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: v1
   kind: ConfigMap
   metadata:
     name: settings
   data:
     LOG_LEVEL: info
   "
  `);
});

test('with every prop, all of it is there', () => {
  withFiles({ 'app.env': 'REGION=eu\n' }, (folder) => {
    const props: Required<ConfigMapProps<'LOG_LEVEL' | 'logo' | 'REGION'>> = {
      name: 'given',
      labels: { team: 'a' },
      annotations: { note: 'b' },
      data: { LOG_LEVEL: 'info' },
      binaryData: { logo: 'AAEC' },
      from: [new ConfigFolder(folder).envFile('app.env', ['REGION'])],
      immutable: true,
      hashedName: true,
      overrides: { metadata: { labels: { more: 'c' } } },
    };
    const object = rendered(make(props).object);
    expect([...fieldsOf('ConfigMap').keys()].filter((field) => !(field in object))).toEqual([]);
    expect(object).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: expect.stringMatching(/^given-[0-9a-f]{10}$/),
        labels: { team: 'a', more: 'c' },
        annotations: { note: 'b' },
      },
      data: { LOG_LEVEL: 'info', REGION: 'eu' },
      binaryData: { logo: 'AAEC' },
      immutable: true,
    });
  });
});

test('its keys are variables and files, under the name that it has in the end', () => {
  const target = chart();
  setDefaults(target, { namePrefix: 'staging-' });
  const settings = new ConfigMap(target, 'settings', { data: { LOG_LEVEL: 'info', 'app.yaml': 'a: 1' } });
  expect(settings.keys).toEqual(['LOG_LEVEL', 'app.yaml']);
  expect(settings.key('LOG_LEVEL', { optional: true })).toEqual({
    valueFrom: { configMapKeyRef: { name: 'staging-settings', key: 'LOG_LEVEL', optional: true } },
  });
  expect(settings.all({ prefix: 'S_' })).toEqual({
    envFrom: { prefix: 'S_', configMapRef: { name: 'staging-settings' } },
  });
  expect(settings.files({ items: { 'app.yaml': 'main.yaml' } }, 'files').toApi()).toEqual({
    name: 'files',
    configMap: { name: 'staging-settings', items: [{ key: 'app.yaml', path: 'main.yaml' }] },
  });
  expect(refusalOf(() => settings.key('LOG_LEVLE' as never))).toBe(
    'test/settings: key is "LOG_LEVLE"; allowed: "LOG_LEVEL" or "app.yaml". To fix it, write "LOG_LEVEL".',
  );
  expect(refusalOf(() => settings.projected({ items: { 'app.yml': 'a' } as never }))).toContain('write "app.yaml"');
});

test('a change of the content changes the hash, and the order of the keys does not', () => {
  const { hash } = make({ data: { A: '1', B: '2' } });
  expect(make({ data: { B: '2', A: '1' } }).hash).toBe(hash);
  expect(make({ data: { B: '2' }, binaryData: { A: Buffer.from('1') } }).hash).not.toBe(hash);
  expect(make({ data: { A: '1', B: '2' }, hashedName: true }).name).toBe(`settings-${hash.slice(0, 10)}`);
});

test('bytes become text where they are UTF-8, and base64 where not; binaryData stays what it is', () => {
  const settings = make({
    data: { text: Buffer.from('grün'), bytes: new Uint8Array([0xff, 0xfe]), empty: new Uint8Array() },
    binaryData: { asked: Buffer.from('text'), encoded: 'AAEC' },
  });
  expect(rendered(settings.object)).toMatchObject({
    data: { text: 'grün', empty: '' },
    binaryData: { bytes: '//4=', asked: 'dGV4dA==', encoded: 'AAEC' },
  });
  expect(settings.keys).toEqual(['text', 'empty', 'bytes', 'asked', 'encoded']);
});

describe('files', () => {
  test('are read as they are, with their byte order mark and line ends', () => {
    withFiles({ 'a.conf': '\ufeffa\r\nb', 'nested/logo.png': new Uint8Array([0x89, 0x50]) }, (folder) => {
      const config = new ConfigFolder(folder);
      const settings = make({ data: { 'a.conf': config.file('a.conf'), logo: config.file('nested/logo.png') } });
      expect(rendered(settings.object)).toMatchObject({
        data: { 'a.conf': '\ufeffa\r\nb' },
        binaryData: { logo: 'iVA=' },
      });
    });
  });

  test('of a folder are taken by their names, in one order, without hidden ones and folders', () => {
    withFiles({ 'b.conf': 'b', 'a.conf': 'a', 'B.conf': 'B', '.hidden': 'x', 'sub/c.conf': 'c' }, (folder) => {
      const settings = make({ from: [new ConfigFolder(folder).directory('.', { keys: ['a.conf'] })] });
      expect(settings.keys).toEqual(['B.conf', 'a.conf', 'b.conf']);
      expect(settings.key('a.conf').valueFrom).toEqual({ configMapKeyRef: { name: 'settings', key: 'a.conf' } });
    });
  });

  test('of folders in a folder get flat keys, and can be put back where they were', () => {
    withFiles({ 'nginx/nginx.conf': 'n', 'nginx/conf.d/a.conf': 'a', 'nginx/.git/x': 'x' }, (folder) => {
      const settings = make({ from: [new ConfigFolder(folder).directory('nginx', { recursive: true })] });
      expect(rendered(settings.object).data).toEqual({ 'conf.d__a.conf': 'a', 'nginx.conf': 'n' });
      expect(settings.files({ items: settings.paths }).source.configMap?.items).toEqual([
        { key: 'conf.d__a.conf', path: 'conf.d/a.conf' },
        { key: 'nginx.conf', path: 'nginx.conf' },
      ]);
    });
  });

  test('are chosen by a function', () => {
    withFiles({ 'a.conf': 'a', '.env': 'e', 'a.md': 'm' }, (folder) => {
      const include = (path: string): boolean => !path.endsWith('.md');
      expect(make({ from: [new ConfigFolder(folder).directory('.', { include })] }).keys).toEqual(['.env', 'a.conf']);
    });
  });

  test.each([
    ['../secret', 'data.a is "../secret"'],
    ['/etc/passwd', 'data.a is "/etc/passwd"'],
    ['a/../../b', 'data.a is "a/../../b"'],
    ['', 'data.a is ""'],
    ['out', 'data.a is "out", a link that leads out of the folder'],
    ['missing', 'data.a is "missing", which is not there'],
    ['sub', 'data.a is "sub", which is no file'],
  ])('outside the folder are not read: %p', (path, found) => {
    withFiles({ secret: 's', 'config/sub/x': 'x' }, (folder) => {
      symlinkSync(join(folder, 'secret'), join(folder, 'config/out'));
      const config = new ConfigFolder(join(folder, 'config'));
      const message = refusalOf(() => make({ data: { a: config.file(path) } }));
      expect(message).toContain(`test/settings: ${found}`);
      expect(message).toContain('To fix it, correct the path, or make the ConfigFolder of a folder around both.');
    });
  });

  test('behind a link that stays in the folder are read', () => {
    withFiles({ 'real.conf': 'r' }, (folder) => {
      symlinkSync('real.conf', join(folder, 'link.conf'));
      symlinkSync('.', join(folder, 'self'));
      const config = new ConfigFolder(folder);
      expect(rendered(make({ from: [config.directory()] }).object).data).toEqual({
        'link.conf': 'r',
        'real.conf': 'r',
      });
      expect(refusalOf(() => make({ from: [config.directory('.', { recursive: true })] }))).toContain(
        'from[0] is "self", a link to a folder',
      );
    });
  });

  test.each([
    ['a file with a name that is no key', { 'my file': '' }, 'from[0] is the file "my file"'],
    ['a folder without files', { 'sub/a': '' }, 'from[0] is ".", a folder without a file to take'],
    ['a declared key that is not there', { 'a.cnf': '' }, 'from[0].keys is "a.conf"; allowed: "a.cnf"'],
    ['two files of one key', { 'a.conf': '', x__y: '', 'x/y': '' }, 'from[0] is a key of `data` too ("x__y")'],
    ['a file that is too long', { 'a.conf': 'x'.repeat(1024 * 1024 + 1) }, 'from[0] is "a.conf", 1048577 bytes long'],
  ])('are refused: %s', (_what, files, found) => {
    withFiles(files, (folder) => {
      const recursive = 'x/y' in files;
      const from = [new ConfigFolder(folder).directory('.', { keys: ['a.conf'], recursive })];
      expect(refusalOf(() => make({ from }))).toContain(`test/settings: ${found}`);
    });
  });

  test('of a folder that is far too large are not all read', () => {
    const many = Array.from({ length: 9 }, (_none, index) => [`${index}.bin`, new Uint8Array(1024 * 1024 - index)]);
    withFiles(Object.fromEntries(many) as Record<string, Uint8Array>, (folder) => {
      expect(refusalOf(() => make({ from: [new ConfigFolder(folder).directory()] }))).toContain(
        'from[0] is at least 5242870 bytes long, most of it "0.bin" (1048576), "1.bin" (1048575), "2.bin" (1048574); ',
      );
    });
  });

  test('outside the folder are never read, whatever the path', () => {
    withFiles({ secret: 'outside', 'config/a': 'inside', 'config/sub/a': 'inside', a: 'outside' }, (folder) => {
      symlinkSync('../secret', join(folder, 'config/secret'));
      symlinkSync('..', join(folder, 'config/up'));
      symlinkSync('..', join(folder, 'config/sub/top'));
      const config = new ConfigFolder(join(folder, 'config'));
      const parts = fc.constantFrom('..', '.', 'a', 'secret', 'up', 'sub', 'top', 'config', '', '/', '\\', folder);
      const paths = fc.array(parts, { maxLength: 6 }).map((list) => list.join('/'));
      let read = 0;
      fc.assert(
        fc.property(paths, (path) => {
          let value: unknown;
          try {
            value = rendered(make({ data: { value: config.file(path) } }).object).data.value;
          } catch (error) {
            return expect(error).toBeInstanceOf(PropsError);
          }
          read += 1;
          expect(value).toBe('inside');
        }),
        { numRuns: 500, seed: 2027 },
      );
      expect(read).toBeGreaterThan(0);
    });
  });

  test('that are pipes are refused, and nobody waits for them', () => {
    withFiles({ 'config/a': '' }, (folder) => {
      execFileSync('mkfifo', [join(folder, 'config/pipe')]);
      const config = new ConfigFolder(join(folder, 'config'));
      expect(refusalOf(() => make({ data: { a: config.file('pipe') } }))).toContain('"pipe", which is no file');
      expect(refusalOf(() => make({ from: [config.directory()] }))).toContain('from[0] is "pipe", which is no file');
    });
  });

  test('in a folder that is not there are refused', () => {
    expect(refusalOf(() => make({ data: { a: new ConfigFolder('no-such-folder').file('a') } }))).toBe(
      'test/settings: data.a is in the folder "no-such-folder", which is not there; allowed: a path in the folder ' +
        '"no-such-folder", without "..". To fix it, correct the path, or make the ConfigFolder of a folder around both.',
    );
  });
});

describe('refuses', () => {
  test.each([
    [
      'too much, and says what is largest',
      { data: { a: 'x'.repeat(600_000), b: 'y'.repeat(500_000), c: 'z' } },
      'data is 1100001 bytes long, most of it "a" (600000), "b" (500000), "c" (1); allowed: at most 1048576 bytes',
    ],
    ['a wrong key', { data: { 'a b': '' } }, 'data."a b" is "a b"'],
    ['a key twice', { data: { a: '' }, binaryData: { a: '' } }, 'binaryData.a is a key of `data` too ("a")'],
    ['a value that is none', { data: { a: 1 } }, 'data.a is 1; allowed: text, bytes or a file of a ConfigFolder'],
    ['what is no base64', { binaryData: { a: '#' } }, 'binaryData.a is "#"; allowed: base64 or bytes'],
    ['a file where a folder belongs', { from: [new ConfigFolder('.').file('a')] }, 'put a single file into `data`'],
    ['a wrong name', { name: 'A' }, 'name is "A"'],
    ['an override of no field', { overrides: { dta: {} } }, 'dta'],
  ])('%s', (_what, props, found) => {
    expect(refusalOf(() => make(props as never))).toContain(found);
  });
});

describe('with cdk8s-plus-27', () => {
  test('theirs take ours as IConfigMap', () => {
    const target = chart();
    const settings = new ConfigMap(target, 'settings', { data: { A: '1' } });
    const pod = new kplus.Pod(target, 'pod', {
      containers: [
        {
          image: 'nginx',
          envVariables: { A: kplus.EnvValue.fromConfigMap(settings, 'A') },
          envFrom: [kplus.Env.fromConfigMap(settings)],
        },
      ],
      volumes: [kplus.Volume.fromConfigMap(target, 'volume', settings)],
    });
    const spec = rendered(ApiObject.of(pod)).spec;
    expect(spec.containers[0].env).toEqual([
      { name: 'A', valueFrom: { configMapKeyRef: { key: 'A', name: 'settings' } } },
    ]);
    expect(spec.containers[0].envFrom).toEqual([{ configMapRef: { name: 'settings' } }]);
    expect(spec.volumes).toEqual([{ name: 'configmap-settings', configMap: { name: 'settings' } }]);
  });

  test('ours take theirs by name', () => {
    const target = chart();
    const theirs = new kplus.ConfigMap(target, 'theirs', { metadata: { name: 'theirs' } });
    const web = new WebDeployment(target, 'web', {
      image: 'registry.example.com/shop:1',
      envFrom: [kplus.Env.fromConfigMap(theirs)],
    });
    expect(rendered(web.deployment).spec.template.spec.containers[0].envFrom).toEqual([
      { configMapRef: { name: 'theirs' } },
    ]);
  });
});
