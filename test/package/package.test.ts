import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledCommand, project, run } from '../support/compiled';
import { readFiles } from '../support/temporary-folder';

const packageJson = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};

let folder: string;
let tarball: string;

/** The paths in the tarball, below `package/`. */
function packedFiles(): readonly string[] {
  return run('tar', ['-tzf', tarball], folder)
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''));
}

function write(name: string, files: Readonly<Record<string, string>>): string {
  const target = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(target, path, '..'), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  return target;
}

function install(target: string): void {
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], target);
}

beforeAll(() => {
  compiledCommand();
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-package-'));
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], project);
  tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds what users need, and neither tests nor examples nor benchmarks', () => {
    const files = packedFiles();
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'lib/index.js',
        'lib/index.d.ts',
        'lib/cli/main.js',
      ]),
    );
    const strange = files.filter(
      (path) => !/^(lib\/|engine\/build\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(path),
    );
    expect(strange).toEqual([]);
    expect(files.filter((path) => /(^|\/)(test|bench|examples)\/|lib\/main\.|\.tsbuildinfo$/.test(path))).toEqual([]);
  });

  test('ships a source map beside each script, with the source in it', () => {
    const scripts = packedFiles().filter((path) => /^lib\/.*\.js$/.test(path));
    expect(packedFiles()).toEqual(expect.arrayContaining(scripts.map((path) => `${path}.map`)));
    const map = JSON.parse(run('tar', ['-xzOf', tarball, 'package/lib/app.js.map'], folder)) as {
      sources: string[];
      sourcesContent: string[];
    };
    expect(map.sources).toEqual([expect.stringMatching(/src\/app\.ts$/)]);
    expect(map.sourcesContent[0]).toContain('export class App');
  });

  test('has no install scripts, neither itself nor in what it brings', () => {
    const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
      packages: Record<
        string,
        {
          hasInstallScript?: boolean;
          dev?: boolean;
          devOptional?: boolean;
          peer?: boolean;
          dependencies?: Record<string, string>;
        }
      >;
    };
    const scripted = Object.entries(lock.packages).filter(
      ([, entry]) => entry.hasInstallScript && !entry.dev && !entry.devOptional && !entry.peer,
    );
    expect(scripted.map(([path]) => path)).toEqual([]);
  });

  test('names the reason for each dependency in docs/dependencies.md', () => {
    const reasons = readFileSync(join(project, 'docs/dependencies.md'), 'utf8');
    const names = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    );
    expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
  });

  test('is clean to publint', () => {
    expect(
      run('node', [join(project, 'node_modules/publint/src/cli.js'), 'run', tarball, '--strict'], project),
    ).toMatch(/All good/);
  });

  test('resolves for CommonJS, ESM and bundlers', () => {
    const output = run(
      'node',
      [
        join(project, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
        tarball,
        '--format',
        'json',
        '--profile',
        'node16',
      ],
      project,
    );
    const { analysis } = JSON.parse(output) as { analysis: { problems: unknown[] } };
    expect(analysis.problems).toEqual([]);
  });
});

describe('in a blank TypeScript project laid out like that of cdk8s', () => {
  let target: string;

  beforeAll(() => {
    target = write('typescript', {
      'package.json': JSON.stringify({
        name: 'blank',
        private: true,
        dependencies: {
          'cdk8s-plimsoll': `file:${tarball}`,
          cdk8s: '2.70.106',
          'cdk8s-plus-27': '2.9.5',
          constructs: '10.8.1',
        },
        devDependencies: {
          typescript: '7.0.2',
          'cdk8s-cli': packageJson.devDependencies['cdk8s-cli'],
          tsx: packageJson.devDependencies.tsx,
          '@types/node': '20',
        },
      }),
      'cdk8s.yaml': 'language: typescript\napp: npx tsx main.ts\nimports:\n  - k8s\n',
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          lib: ['ES2022'],
          module: 'node16',
          strict: true,
          noEmit: true,
          types: ['node'],
          skipLibCheck: true,
        },
        include: ['**/*.ts'],
        exclude: ['node_modules'],
      }),
      'main.ts': [
        `import { Construct } from 'constructs';`,
        `import { Chart } from 'cdk8s';`,
        `import { App, WebDeployment } from 'cdk8s-plimsoll';`,
        ``,
        `class Shop extends Chart {`,
        `  constructor(scope: Construct, id: string) {`,
        `    super(scope, id, { namespace: 'shop' });`,
        `    new WebDeployment(this, 'web', { image: 'ghcr.io/example/shop:1.4.2', ports: { http: 8080 } });`,
        `  }`,
        `}`,
        ``,
        `const app = new App();`,
        `new Shop(app, 'shop');`,
        `app.synth();`,
        ``,
      ].join('\n'),
    });
    install(target);
  }, 300_000);

  test('npx plimsoll synth and npx cdk8s synth write the same', () => {
    run('npx', ['plimsoll', 'synth'], target);
    const ours = readFiles(join(target, 'dist'));
    expect(ours['shop.k8s.yaml']).toMatch(/kind: Deployment/);
    run('npx', ['cdk8s', 'synth', '--check-upgrade=false'], target);
    expect(readFiles(join(target, 'dist'))).toEqual(ours);
  }, 120_000);

  test('a wrong type stops the write', () => {
    const main = readFileSync(join(target, 'main.ts'), 'utf8');
    writeFileSync(join(target, 'main.ts'), main.replace('http: 8080', `http: 'eighty'`));
    const before = readFiles(join(target, 'dist'));
    expect(() => run('npx', ['plimsoll', 'synth'], target)).toThrow(/main\.ts/);
    expect(readFiles(join(target, 'dist'))).toEqual(before);
    writeFileSync(join(target, 'main.ts'), main);
  }, 60_000);
});

describe('in a plain JavaScript project', () => {
  test.each([
    [
      'CommonJS',
      {},
      `const { Chart } = require('cdk8s');\nconst { App, WebDeployment } = require('cdk8s-plimsoll');\n`,
    ],
    [
      'ESM',
      { type: 'module' },
      `import { Chart } from 'cdk8s';\nimport { App, WebDeployment } from 'cdk8s-plimsoll';\n`,
    ],
  ])(
    'of %s, plimsoll synth works',
    (name, fields, imports) => {
      const target = write(`javascript-${name}`, {
        'package.json': JSON.stringify({
          name: 'blank',
          private: true,
          ...fields,
          dependencies: {
            'cdk8s-plimsoll': `file:${tarball}`,
            cdk8s: '2.70.106',
            'cdk8s-plus-27': '2.9.5',
            constructs: '10.8.1',
          },
        }),
        'cdk8s.yaml': 'language: typescript\napp: node main.js\n',
        'main.js': `${imports}const app = new App();\nconst chart = new Chart(app, 'shop');\nnew WebDeployment(chart, 'web', { image: 'nginx:1.27', ports: { http: 8080 } });\napp.synth();\n`,
      });
      install(target);
      run('npx', ['plimsoll', 'synth'], target);
      expect(existsSync(join(target, 'dist/shop.k8s.yaml'))).toBe(true);
    },
    120_000,
  );
});
