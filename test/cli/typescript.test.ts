import { Project } from './support/command';

let project: Project;
afterEach(() => project.remove());

const tsconfig = (options: object): string => JSON.stringify({ compilerOptions: { strict: true, ...options } });

/** Runs a TypeScript program and gives what it prints. */
function output(files: Readonly<Record<string, string>>, entry = 'main.ts'): string {
  project = new Project(files);
  return project.run(['synth', '--no-typecheck', '--app', `npx tsx ${entry}`]).stderr.split(/^error PLM4014/m)[0];
}

describe('TypeScript that runs in the command', () => {
  test('may use enums, namespaces and parameter properties', () => {
    const main = `
      enum Color { Red = 'red', Blue = 2 }
      namespace Numbers { export const three = 3; }
      class Point { constructor(readonly x: number, private readonly y = 5) {} sum() { return this.x + this.y; } }
      console.log(Color.Red, Color[2], Numbers.three, new Point(1).sum());`;
    expect(output({ 'main.ts': main })).toBe('red Blue 3 6\n');
  });

  test('may use decorators as tsconfig.json has them', () => {
    const main = `
      function log(target: object, name: string) { console.log('decorated', name); }
      class Service { @log port = 80; }
      console.log(new Service().port);`;
    expect(output({ 'main.ts': main, 'tsconfig.json': tsconfig({ experimentalDecorators: true }) })).toBe(
      'decorated port\n80\n',
    );
  });

  test('may not use decorators of the other kind, and hears of it', () => {
    const main = 'export {};\nfunction log(): void {}\nclass Service {\n  @log port = 80;\n}\nconsole.log(Service);\n';
    expect(output({ 'main.ts': main })).toMatch(
      /^error PLM4013 Standard decorators cannot be run: [^]* {2}main.ts:4:3\n/,
    );
    project.remove();
    expect(output({ 'main.ts': 'export {};\nconsole.log(`a\n@b\n`);\n' })).toBe('a\n@b\n\n');
  });

  test('finds what tsconfig.json calls by other names, also where that extends another', () => {
    const files = {
      'base.json': tsconfig({ paths: { '@parts/*': ['./src/parts/*'] } }),
      'tsconfig.json': '{ "extends": "./base.json" /* comment */ }',
      'src/parts/port.ts': 'export const port: number = 80;',
      'main.ts': "import { port } from '@parts/port';\nconsole.log(port);",
    };
    expect(output(files)).toBe('80\n');
    project.remove();
    expect(output({ ...files, 'package.json': '{ "type": "module" }' })).toBe('80\n');
  });

  test('may leave extensions out, name the compiled file, and import folders and JSON', () => {
    const main = `
      import { a } from './a';
      import { b } from './b.js';
      import { c } from './c';
      import d from './d.json';
      import old = require('./old');
      console.log(a, b, c, d.value, old.value);`;
    const files = {
      'tsconfig.json': tsconfig({ esModuleInterop: true, resolveJsonModule: true }),
      'a.ts': "export const a = 'a' as const;",
      'b.ts': "export const b = 'b' as const;",
      'c/index.ts': "export const c = 'c' as const;",
      'd.json': '{ "value": "d" }',
      'old.ts': "const value: string = 'old';\nexport = { value };",
      'main.ts': main,
    };
    expect(output(files)).toBe('a b c d old\n');
  });

  const cycle = {
    'a.ts':
      "import { b, count } from './b';\nexport const a = () => `a${b()}${count}`;\nexport function early() { return 'early'; }\n",
    'b.ts':
      "import { early } from './a';\nexport let count = 0;\nexport const increase = () => { count += 1; };\nexport const b = () => 'b';\nexport const fromA = early();\n",
    'main.ts':
      "import { a } from './a';\nimport { fromA, increase } from './b';\nincrease();\nconsole.log(fromA, a());\n",
  };

  test.each([
    ['CommonJS', '{}'],
    ['ES modules', '{ "type": "module" }'],
  ])('may import in circles, and sees what changes later: %s', (_, packageJson) => {
    expect(output({ ...cycle, 'package.json': packageJson })).toBe('early ab1\n');
  });

  test('may re-export, and import at run time', () => {
    const files = {
      'all.ts': "export * from './one';\nexport * as two from './two';\nexport { default as three } from './two';\n",
      'one.ts': 'export const one = 1;\nexport default 100;\n',
      'two.ts': 'export const two = 2;\nexport default 3;\n',
      'main.ts':
        "import * as all from './all';\nvoid import('./one').then((it) => console.log(Object.keys(all).sort().join(), all.two.two, all.three, it.one, it.default));\n",
    };
    expect(output(files)).toBe('one,three,two 2 3 1 100\n');
    project.remove();
    expect(output({ ...files, 'package.json': '{ "type": "module" }' })).toBe('one,three,two 2 3 1 100\n');
  });

  test('may wait at the top, whatever its package says', () => {
    const main = "const value: string = await Promise.resolve('awaited');\nconsole.log(value);\nexport {};\n";
    expect(output({ 'main.ts': main })).toBe('awaited\n');
    project.remove();
    expect(output({ 'main.mts': main }, 'main.mts')).toBe('awaited\n');
  });

  test('knows where it is', () => {
    const main = 'console.log(__filename, require.main === module, process.argv.slice(1).join());\n';
    expect(output({ 'main.ts': main }, 'main.ts --env prod')).toBe(
      '<project>/main.ts true <project>/main.ts,--env,prod\n',
    );
    project.remove();
    const module = 'console.log(import.meta.url, import.meta.dirname, import.meta.filename);\n';
    expect(output({ 'main.mts': module }, 'main.mts')).toBe('file://<project>/main.mts <project> <project>/main.mts\n');
  });

  test('prints stacks with the lines of the source', () => {
    const main =
      "interface A {\n  readonly a: 1;\n}\n\nfunction where(): void {\n  console.log(new Error('here').stack!.split('\\n')[1]);\n}\nwhere();\nexport type { A };\n";
    expect(output({ 'main.ts': main })).toBe('    at where (<project>/main.ts:6:15)\n');
    project.remove();
    expect(output({ 'main.mts': main }, 'main.mts')).toBe('    at where (<project>/main.mts:6:15)\n');
  });

  test('imports CommonJS and Node itself by name, as a whole and by default', () => {
    const main = `
      import fs, { readFileSync } from 'node:fs';
      import * as path from 'node:path';
      import thing, { name } from './thing.cjs';
      console.log(fs.readFileSync === readFileSync, path.basename('/a/b'), thing.name, name);`;
    const files = { 'thing.cjs': "exports.name = 'thing';", 'main.ts': main };
    expect(output(files)).toBe('true b thing thing\n');
    project.remove();
    expect(output({ ...files, 'package.json': '{ "type": "module" }' })).toBe('true b thing thing\n');
  });
});
