import { TextFile, YamlFile, javascript, typescript } from 'projen';
import { eslintConfig } from './projenrc/eslint';

const project = new typescript.TypeScriptProject({
  name: 'cdk8s-plimsoll',
  description: 'Typed Kubernetes manifests on cdk8s: if it synthesizes, it applies',
  keywords: ['cdk8s', 'kubernetes', 'constructs', 'manifest', 'yaml', 'gitops', 'validation'],
  authorName: 'The Plimsoll authors',
  license: 'Apache-2.0',
  copyrightOwner: 'The Plimsoll authors',
  copyrightPeriod: '2026',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.19.0',
  entrypoint: 'lib/index.js',
  bin: { plimsoll: 'lib/cli/main.js' },

  // `dist/` is the synthesized YAML of the example application and is committed: projen must not take it for its artifacts.
  artifactsDirectory: 'build-artifacts',
  libdir: 'lib',
  testdir: 'test',

  // The checks below replace projen's own: it would run ts-jest, an old ESLint configuration and update snapshots silently.
  jest: false,
  eslint: false,
  prettier: true,
  prettierOptions: {
    settings: { singleQuote: true, printWidth: 120, trailingComma: javascript.TrailingComma.ALL },
  },
  sampleCode: false,
  github: false,
  release: false,
  package: false,
  depsUpgrade: false,
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),
  projenVersion: '0.103.25',

  // TypeScript 6 is there for the tools that need its JavaScript API; `tsc` is the native TypeScript 7.
  typescriptVersion: '6.0.3',
  peerDeps: ['cdk8s@^2.70.0', 'cdk8s-plus-27@^2.9.5', 'constructs@^10.4.0'],
  peerDependencyOptions: { pinnedDevDependency: false },
  // Each has its reason in docs/dependencies.md.
  deps: [
    '@dagrejs/dagre@^3.1.3',
    '@jridgewell/trace-mapping@^0.3.31',
    '@oxc-project/runtime@~0.151.0',
    'acorn@^8.19.0',
    'commander@^14.0.3',
    'get-tsconfig@^4.14.3',
    'oxc-transform@~0.151.0',
    'yaml@^2.9.1',
  ],
  devDeps: [
    '@arethetypeswrong/cli@^0.18.5',
    '@swc/core@1.16.18',
    '@swc/jest@^0.2.39',
    '@types/jest@^30.0.0',
    '@types/node@^20.19.0',
    '@typescript/native@npm:typescript@7.0.2',
    'ajv-formats@^3.0.1',
    'ajv@^8.20.0',
    'axe-core@^4.14.1',
    'cdk8s-cli@2.207.60',
    'cdk8s-plus-27@2.9.5',
    'cdk8s@2.70.106',
    'constructs@10.8.1',
    'eslint-import-resolver-typescript@^4.4.5',
    'eslint-plugin-import-x@^4.18.1',
    'eslint-plugin-jest@^29.17.0',
    'eslint@^10.15.0',
    'fast-check@^4.10.2',
    'jest@^30.5.2',
    'js-yaml@^5.5.0',
    'playwright-core@^1.65.1',
    'prettier@^3.10.1',
    'publint@^0.3.25',
    'ts-node@^10.9.2',
    'tsx@^4.23.15',
    'typescript-eslint@^8.73.0',
  ],

  npmignoreEnabled: false,
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfig: {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022'],
      module: 'node16',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE16,
      types: ['node'],
      sourceMap: true,
      inlineSourceMap: false,
      inlineSources: true,
      declaration: true,
      declarationMap: false,
      stripInternal: true,
      isolatedModules: true,
      skipLibCheck: true,
      strict: true,
      noImplicitOverride: true,
      noFallthroughCasesInSwitch: true,
    },
  },
  tsconfigDev: {
    compilerOptions: { types: ['node', 'jest'], rootDir: '.', declaration: false, noUnusedLocals: true },
    include: ['.projenrc.ts', 'src/**/*.ts', 'bench/**/*.ts', 'docs/**/*.ts', 'projenrc/**/*.ts', 'test/**/*.ts'],
    exclude: ['lib', 'build-artifacts', 'test/fixtures'],
  },
  gitignore: [
    '/lib/',
    '/engine/build/',
    '/engine/**/vendor/',
    '*.wasm',
    '*.wasm.gz',
    '*.tgz',
    '/coverage/',
    '.DS_Store',
    '/tsconfig.tsbuildinfo',
  ],
});

// The YAML under dist/ is what GitOps applies, so it is part of the repository.
project.gitignore.removePatterns('/dist/');
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.npmrc.addConfig('fund', 'false');

// ------------------------------------------------------------------------------------------------ the package
project.package.addField('version', '0.1.0');
project.package.addField('type', 'commonjs');
// The newest version of which the binaries of all platforms are published, so that the lock file is complete.
project.package.addField('overrides', { 'unrs-resolver': '1.12.2' });
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './engine': { types: './lib/engine/index.d.ts', default: './lib/engine/index.js' },
  './package.json': './package.json',
});
project.package.addField('files', [
  'lib',
  '!lib/main.*',
  '!lib/examples',
  'engine/build/*/*.wasm.gz',
  'engine/build/*/build-env.json',
  'engine/build/*/THIRD_PARTY*',
  'CHANGELOG.md',
]);
// For resolvers that do not know `exports`.
project.package.addField('typesVersions', { '*': { engine: ['./lib/engine/index.d.ts'] } });
project.package.addField('sideEffects', false);

// ------------------------------------------------------------------------------------------------ tests and checks
project.package.addField('jest', {
  testEnvironment: 'node',
  // Half of the tests wait for processes of their own: with as many workers as processors a run takes two thirds of the time.
  maxWorkers: '100%',
  // No test asserts a time; a slow machine is no failure.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  setupFiles: ['<rootDir>/test/support/cache-folder.ts', '<rootDir>/test/support/seed.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/engine/build/', '<rootDir>/build-artifacts/'],
  clearMocks: true,
  restoreMocks: true,
});

const compiler = 'node node_modules/@typescript/native/bin/tsc';
project.compileTask.reset(`${compiler} -p tsconfig.json`);
project.compileTask.exec('node projenrc/lazy-exports.mjs');
project.watchTask.reset(`${compiler} -p tsconfig.json --watch`);

const engine = project.addTask('build:engine', {
  description:
    'Compiles the code of the Kubernetes API server to WebAssembly; needs Go, and does nothing when nothing changed',
  exec: 'node engine/build.mjs',
});
project.addTask('prepack', { steps: [{ spawn: project.compileTask.name }, { spawn: engine.name }] });

const types = project.addTask('types', {
  description: 'Checks the types of everything once: sources, tests, benchmarks, samples',
  exec: `${compiler} --noEmit -p tsconfig.dev.json`,
});
const lint = project.addTask('lint', { description: 'Checks imports, style and format' });
lint.exec('eslint --max-warnings 0 .');
lint.exec('prettier --check .');
const format = project.addTask('format', { description: 'Formats every file' });
format.exec('prettier --write .');

const unit = project.addTask('jest', { description: 'Runs the tests', exec: 'jest --ci', receiveArgs: true });
project.testTask.reset();
project.testTask.spawn(project.compileTask);
project.testTask.spawn(engine);
project.testTask.spawn(types);
project.testTask.spawn(lint);
project.testTask.spawn(unit);

project.addTask('test:apiserver', {
  description: 'Asks a real kube-apiserver about every case of test/corpus and keeps its answers: docs/trust.md',
  exec: 'tsx test/apiserver/main.ts',
  receiveArgs: true,
});

project.addTask('test:gateway', {
  description:
    'Asks a real kube-apiserver with the definitions of the Gateway API about routes, and keeps its answers: docs/trust.md',
  exec: 'tsx test/apiserver/gateway/main.ts',
  receiveArgs: true,
});
project.addTask('test:cluster', {
  description: 'Applies all examples to a real kube-apiserver, and asks it by plimsoll check --server: docs/trust.md',
  exec: 'tsx test/apiserver/cluster/main.ts',
  receiveArgs: true,
});

project.addTask('test:linters', {
  description: 'Lets kube-score and checkov look at every construct, plain and hardened: docs/hardened.md',
  exec: 'tsx test/linters/main.ts',
  receiveArgs: true,
});

project.addTask('test:comparison', {
  description: 'Lets other tools look for the same faults: docs/comparison.md',
  exec: 'tsx test/linters/faults.ts',
  receiveArgs: true,
});

const documents = project.addTask('docs', { description: 'Writes what docs/ takes from the sources' });
documents.exec('tsx test/docs/write-problem-pages.ts');
documents.exec('tsx test/docs/write-reference.ts');

project.addTask('fuzz', {
  description: 'Fuzzes the emitter: npm run fuzz -- [documents] [seed]',
  exec: 'tsx test/fuzz/fuzz.ts',
  receiveArgs: true,
});

const synth = project.addTask('synth', { description: 'Synthesizes the example application to dist/' });
synth.spawn(project.compileTask);
synth.exec('node lib/cli/main.js synth');

// ------------------------------------------------------------------------------------------------ files
new YamlFile(project, 'cdk8s.yaml', {
  obj: { language: 'typescript', app: 'npx tsx src/main.ts', output: 'dist' },
});
new TextFile(project, 'eslint.config.mjs', { lines: eslintConfig().split('\n') });
project.prettier?.addIgnorePattern('/dist/');
project.prettier?.addIgnorePattern('/lib/');
project.prettier?.addIgnorePattern('/engine/');
project.prettier?.addIgnorePattern('/.projen/');
project.prettier?.addIgnorePattern('package-lock.json');
project.prettier?.addIgnorePattern('*.md');
project.prettier?.addIgnorePattern('/eslint.config.mjs');
project.prettier?.addIgnorePattern('/cdk8s.yaml');
project.prettier?.addIgnorePattern('/*.json');
project.prettier?.addIgnorePattern('/projenrc/tsconfig.json');
project.prettier?.addIgnorePattern('/test/fixtures/');

project.synth();
