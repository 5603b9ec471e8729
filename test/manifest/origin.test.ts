import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { originOf, recordOrigins } from '../../src/manifest/origin';
import { locateFrame } from '../../src/manifest/stack-frames';

const modules = resolve(__dirname, '../../node_modules');

/** The line of this file on which a mark stands; a mark is a comment at the end of a line. */
function marked(mark: string): number {
  const text = readFileSync(__filename, 'utf8').split('\n');
  return text.findIndex((line) => line.endsWith(`// ${mark}`)) + 1;
}

class Pair extends Construct {
  readonly inner: ApiObject;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.inner = new ApiObject(this, 'inner', { apiVersion: 'v1', kind: 'ConfigMap' }); // inner
  }
}

describe('the origin of an object', () => {
  beforeAll(recordOrigins);

  test('is the line of the user that made it', () => {
    const chart = new Chart(new App(), 'chart');
    const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap' }); // object
    const origin = originOf(object);
    expect(origin).toMatchObject({ line: marked('object'), column: 20 });
    expect(basename(origin!.file)).toBe('origin.test.ts');
  });

  test('is the call into a library, where a library made it', () => {
    const chart = new Chart(new App(), 'chart');
    const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx' }] }); // deployment
    expect(originOf(ApiObject.of(deployment))).toMatchObject({ line: marked('deployment') });
  });

  test('is the innermost line of the user, where a construct of the user made it', () => {
    expect(originOf(new Pair(new Chart(new App(), 'chart'), 'pair').inner)).toMatchObject({ line: marked('inner') });
  });

  test('is, for a construct that was not recorded, that of the construct above it', () => {
    const chart = new Chart(new App(), 'chart'); // chart
    expect(originOf(new Construct(chart, 'group'))).toMatchObject({ line: marked('chart') });
  });

  test('is, for what our constructs make, where they were made', () => {
    const chart = new Chart(new App(), 'chart');
    const web = new WebDeployment(chart, 'web', { image: 'nginx:1.27', ports: { http: 80 } }); // web
    expect(originOf(web.deployment)).toMatchObject({ line: marked('web') });
    expect(originOf(web.service!)).toMatchObject({ line: marked('web') });
    const extra = new ApiObject(web, 'extra', { apiVersion: 'v1', kind: 'ConfigMap' }); // extra
    expect(originOf(extra)).toMatchObject({ line: marked('extra') });
  });

  test('is unknown where nothing was recorded', () => {
    expect(originOf(new App())).toBeUndefined();
  });

  test('is recorded once, however often it is asked for', () => {
    const limit = Error.stackTraceLimit;
    recordOrigins();
    recordOrigins();
    const object = new ApiObject(new Chart(new App(), 'chart'), 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(originOf(object)?.line).toBeGreaterThan(0);
    expect(Error.stackTraceLimit).toBe(limit);
  });
});

describe('a stack frame', () => {
  test.each([
    ['    at new Web (/app/src/web.ts:3:14)', { file: '/app/src/web.ts', line: 3, column: 14 }],
    ['    at /app/src/web.ts:3:14', { file: '/app/src/web.ts', line: 3, column: 14 }],
    [
      '    at async Promise.all (index 0)\n    at async /app/main.mts:1:2',
      { file: '/app/main.mts', line: 1, column: 2 },
    ],
    ['    at file:///app/a%20b/main.ts:1:2', { file: '/app/a b/main.ts', line: 1, column: 2 }],
    [
      '    at node:internal/main:1:1\n    at Object.<anonymous> (/app/main.ts:9:1)',
      { file: '/app/main.ts', line: 9, column: 1 },
    ],
    [
      '    at f (/app/node_modules/lib/index.js:1:1)\n    at /app/main.ts:2:2',
      { file: '/app/main.ts', line: 2, column: 2 },
    ],
    ['    at f (/app/node_modules/lib/index.js:1:1)', { file: '/app/node_modules/lib/index.js', line: 1, column: 1 }],
    ['no frame at all', undefined],
  ])('%j is read', (stack, position) => {
    expect(locateFrame(stack)).toEqual(position);
  });
});

describe('compiled code', () => {
  let folder: string;
  const source = [
    `import { ApiObject, App, Chart } from 'cdk8s';`,
    `import { originOf, recordOrigins } from 'origins';`,
    `interface Nothing { readonly left: string }`,
    ``,
    `recordOrigins();`,
    `const chart = new Chart(new App(), 'chart');`,
    `const made = new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap' }); export type { Nothing };`,
    `console.log(JSON.stringify(originOf(made)));`,
  ].join('\n');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'origin-'));
    mkdirSync(join(folder, 'node_modules'));
    for (const name of [
      'cdk8s',
      'cdk8s-plus-27',
      'constructs',
      '@jridgewell',
      'tsx',
      'esbuild',
      'ts-node',
      'typescript',
      '@typescript',
      '@types',
      '@esbuild',
    ]) {
      symlinkSync(join(modules, name), join(folder, 'node_modules', name));
    }
    for (const name of ['manifest', 'problems'])
      mkdirSync(join(folder, 'node_modules/origins/lib', name), { recursive: true });
    for (const name of ['manifest/origin', 'manifest/stack-frames', 'manifest/source-map', 'problems/origin-marks']) {
      const { code } = transformSync(readFileSync(resolve(__dirname, `../../src/${name}.ts`), 'utf8'), {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(folder, `node_modules/origins/lib/${name}.js`), code);
    }
    writeFileSync(
      join(folder, 'node_modules/origins/package.json'),
      JSON.stringify({ name: 'origins', main: 'lib/manifest/origin.js' }),
    );
    writeFileSync(join(folder, 'main.ts'), source);
    writeFileSync(join(folder, 'package.json'), '{}');
    const compilerOptions = { module: 'node16', moduleResolution: 'node16', target: 'es2022' };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: readonly string[]): unknown {
    return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }));
  }

  const expected = { line: 7, column: 14 };

  test('is mapped to its TypeScript through an inline source map', () => {
    const { code } = transformSync(source, {
      filename: join(folder, 'main.ts'),
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    });
    writeFileSync(join(folder, 'inline.js'), code);
    expect(run('inline.js')).toEqual({ file: join(folder, 'main.ts'), ...expected });
  });

  test('is mapped through a map beside it, in a folder of its own', () => {
    const { code, map } = transformSync(source, {
      filename: join(folder, 'main.ts'),
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      sourceMaps: true,
    });
    mkdirSync(join(folder, 'out'), { recursive: true });
    const relative = JSON.stringify({ ...(JSON.parse(map!) as object), sources: ['../main.ts'] });
    writeFileSync(join(folder, 'out/main.js.map'), relative);
    writeFileSync(join(folder, 'out/main.js'), `${code}\n//# sourceMappingURL=main.js.map\n`);
    expect(run('out/main.js')).toEqual({ file: join(folder, 'main.ts'), ...expected });
    // Where Node maps the stack itself, it is not mapped again.
    expect(run('--enable-source-maps', 'out/main.js')).toEqual({ file: join(folder, 'main.ts'), ...expected });
  });

  test('is left as it is where its map is missing or broken', () => {
    const code = transformSync(source, {
      jsc: { parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    }).code;
    writeFileSync(join(folder, 'lost.js'), `${code}\n//# sourceMappingURL=nowhere.js.map\n`);
    expect(run('lost.js')).toMatchObject({ file: join(folder, 'lost.js') });
    writeFileSync(join(folder, 'broken.js'), `${code}\n//# sourceMappingURL=data:application/json;base64,AAAA\n`);
    expect(run('broken.js')).toMatchObject({ file: join(folder, 'broken.js') });
  });

  test.each([
    ['tsx', ['node_modules/tsx/dist/cli.mjs', 'main.ts']],
    ['ts-node', ['node_modules/ts-node/dist/bin-transpile.js', 'main.ts']],
  ])('is the TypeScript itself when %s runs it', (_name, args) => {
    expect(run(...args)).toEqual({ file: join(folder, 'main.ts'), ...expected });
  });
});
