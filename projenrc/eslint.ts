/** One folder of `src/` and what it may import: the arrows of the pipeline. See src/README.md. */
interface Zone {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly because: string;
}

const folders = [
  'problems',
  'values',
  'yaml',
  'api',
  'gateway',
  'constructs',
  'manifest',
  'engine',
  'links',
  'checks',
  'changes',
  'graph',
  'explain',
  'verdicts',
  'reading',
  'output',
  'report',
  'examples',
  'cli',
] as const;

const files = ['app.ts', 'build.ts', 'check-files.ts', 'index.ts', 'judging.ts', 'main.ts', 'validation.ts'] as const;

const zones: readonly Zone[] = [
  { folder: 'problems', mayImport: [], because: 'problems are plain data that every folder speaks' },
  { folder: 'values', mayImport: ['problems'], because: 'values are checked text and numbers, nothing more' },
  { folder: 'yaml', mayImport: [], because: 'the emitter turns data into text and knows nothing of Kubernetes' },
  { folder: 'api', mayImport: ['problems'], because: 'api/ describes Kubernetes types and does nothing' },
  { folder: 'gateway', mayImport: ['problems', 'values', 'api'], because: 'what a route may be is a function of data' },
  {
    folder: 'constructs',
    mayImport: ['problems', 'values', 'api', 'gateway', 'yaml'],
    because: 'constructs make API objects and know nothing of what becomes of them',
  },
  { folder: 'manifest', mayImport: ['problems'], because: 'manifest/ reads any construct tree, not only ours' },
  { folder: 'engine', mayImport: ['problems'], because: 'the engine judges plain objects' },
  {
    folder: 'links',
    mayImport: ['problems', 'manifest', 'api'],
    because: 'links are read off objects, whoever made them',
  },
  {
    folder: 'checks',
    mayImport: ['problems', 'values', 'api', 'gateway', 'manifest', 'engine', 'links'],
    because: 'a check is a function of manifests and their links',
  },
  {
    folder: 'changes',
    mayImport: ['problems', 'values', 'api', 'manifest', 'links', 'engine'],
    because: 'changes are a function of two sets of objects',
  },
  {
    folder: 'graph',
    mayImport: ['problems', 'manifest', 'links', 'changes'],
    because: 'a graph is a drawing of links',
  },
  {
    folder: 'explain',
    mayImport: ['problems', 'api', 'constructs', 'manifest'],
    because: 'it finds the code behind a line of output, and changes neither',
  },
  { folder: 'verdicts', mayImport: ['engine'], because: 'a cache knows requests and answers, nothing more' },
  {
    folder: 'reading',
    mayImport: ['problems', 'manifest', 'output'],
    because: 'it turns text into objects and judges nothing',
  },
  { folder: 'output', mayImport: ['problems'], because: 'the writer handles files, not objects' },
  {
    folder: 'report',
    mayImport: ['problems', 'manifest', 'output', 'links', 'changes', 'graph', 'explain', 'yaml'],
    because: 'a report turns data into text',
  },
  { folder: 'examples', mayImport: ['index.ts'], because: 'examples use what users can use' },
];

/** The text of eslint.config.mjs. */
export function eslintConfig(): string {
  const everything: readonly string[] = [...folders, ...files];
  const restricted = zones.map((zone) => ({
    target: `./src/${zone.folder}`,
    from: everything
      .filter((name) => name !== zone.folder && !zone.mayImport.includes(name))
      .map((name) => `./src/${name}`),
    message: `src/${zone.folder} may import ${zone.mayImport.join(', ') || 'nothing'} only: ${zone.because}. See src/README.md.`,
  }));
  const restrictedPaths = restricted.flatMap(({ target, from, message }) =>
    from.map((source) => ({ target, from: source, message })),
  );
  restrictedPaths.push(
    ...['cli', 'main.ts', 'examples'].map((source) => ({
      target: './src/!(cli|main.ts|examples)/**',
      from: `./src/${source}`,
      message: `Nothing imports src/${source}: it is an end of the pipeline.`,
    })),
  );
  return `import { fileURLToPath } from 'node:url';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const here = fileURLToPath(new URL('.', import.meta.url));

export default tseslint.config(
  { ignores: ['lib/', 'dist/', 'engine/', 'build-artifacts/', 'coverage/', 'test/fixtures/', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.dev.json', tsconfigRootDir: here } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.dev.json' })] },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: ['test/**', 'bench/**', 'docs/**', 'projenrc/**', '.projenrc.ts'] }],
      'no-constant-binary-expression': 'error',
      'no-debugger': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: here, zones: ${JSON.stringify(restrictedPaths)} }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-globals': ['error', ...['window', 'setTimeout'].map((name) => ({ name, message: 'The pipeline is synchronous and runs in Node.' }))],
    },
  },
  {
    // Generated.
    files: ['src/constructs/shapes/prop-shapes.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // No clock, no random number, no locale below the command line: same input, same bytes.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Same input, same bytes: no clock.' },
        { object: 'Math', property: 'random', message: 'Same input, same bytes: no random numbers.' },
        { property: 'localeCompare', message: 'Sort by code unit: locales differ between machines.' },
        { property: 'toLocaleString', message: 'Locales differ between machines.' },
      ],
    },
  },
  {
    // Only output/ touches the disk of the user's project; sources/ and engine/ read what they ship or map.
    files: ['src/{problems,values,yaml,api,gateway,links,checks,changes,graph,explain,report}/**/*.ts', 'src/build.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', 'fs', 'path', 'child_process'], message: 'This folder is pure: no disk, no processes.' }] }],
    },
  },
  {
    files: ['src/constructs/**/*.ts'],
    ignores: ['src/constructs/configuration/read-files.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:fs', 'node:fs/*', 'fs'], message: 'Only configuration/read-files.ts reads the disk.' }] }],
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['test/**/*.ts'],
    ...jest.configs['flat/recommended'],
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'jest/valid-expect': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert', '**.expect*'] }],
      'jest/no-standalone-expect': 'off',
      'jest/no-conditional-expect': 'off',
    },
  },
);
`;
}
