import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { commandFile, Project } from './support/command';
import type { Transcript } from './support/command';
import { cdk8sApp, commonJsApp, commonJsTsconfig, expectedYaml } from './support/projects';

let project: Project;
afterEach(() => project.remove());

/** Runs a bad app over a good output folder, and expects the folder to stay as it was. */
function refuse(files: Readonly<Record<string, string>>, args: readonly string[] = []): Transcript {
  project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': commonJsApp });
  expect(project.run(['synth'])).toMatchObject({ code: 0 });
  project.write(files);
  const transcript = project.run(['synth', ...args]);
  expect(project.list('dist')).toEqual(['web.k8s.yaml']);
  expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);
  return transcript;
}

describe('a project that is not in order', () => {
  test('without cdk8s.yaml', () => {
    project = new Project({});
    expect(project.run(['synth'])).toEqual({
      stdout: '',
      stderr: `error PLM4001 Nothing says what to run: there is no cdk8s.yaml in <project>, and \`--app\` is not given.
  fix: Write \`app: npx tsx src/main.ts\` (or whatever starts yours) into cdk8s.yaml, or pass it with \`--app\`.

1 error; nothing was written to dist
`,
      code: 1,
    });
  });

  test('with a cdk8s.yaml that is no YAML', () => {
    expect(refuse({ 'cdk8s.yaml': 'app: node main.js\noutput: [dist\n' })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4002 cdk8s.yaml is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].
       cdk8s.yaml:3:1
       2 | output: [dist
       3 |
         | ^
       fix: Correct the line that the message names.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('with a setting of the wrong type', () => {
    expect(refuse({ 'cdk8s.yaml': 'app: node main.js\nsynthConfig:\n  format: helmm\n' })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4003 \`synthConfig.format\` is the text \`helmm\`; it takes one of \`plain\`, \`helm\`.
       cdk8s.yaml:3:11
       2 | synthConfig:
       3 |   format: helmm
         |           ^
       fix: Correct the value; the message says what is allowed.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('with an app that is not there', () => {
    expect(refuse({ 'cdk8s.yaml': 'app: node mian.js\n' })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4016 \`app: node mian.js\` runs \`mian.js\`, and there is no such file in <project>.
       fix: \`main.js\` is close; correct \`app:\` in cdk8s.yaml if it is meant.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('with a command that is not there', () => {
    expect(refuse({ 'cdk8s.yaml': 'app: no-such-program main.js\n' })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4016 \`no-such-program main.js\` could not be started: there is no such program.
       fix: Correct \`app:\` in cdk8s.yaml, or install what it needs.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });
});

describe('an app that fails', () => {
  test('by throwing', () => {
    expect(refuse({ 'main.js': "'use strict';\nfunction deep() {\n  throw new RangeError('no');\n}\ndeep();\n" }))
      .toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4010 RangeError: no
       main.js:3:9
       2 | function deep() {
       3 |   throw new RangeError('no');
         |         ^
       4 | }
       fix: Correct the code that the message points at.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('by throwing in TypeScript, where the line is that of the source', () => {
    const source = `interface Long {\n  readonly a: string;\n}\n\nexport function deep(it: Long): never {\n  throw new Error(it.a);\n}\n`;
    const main = "import { deep } from './deep';\n\ndeep({ a: 'from TypeScript' });\n";
    expect(refuse({ 'main.ts': main, 'deep.ts': source }, ['--app', 'npx ts-node main.ts'])).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4010 from TypeScript
       deep.ts:6:9
       5 | export function deep(it: Long): never {
       6 |   throw new Error(it.a);
         |         ^
       7 | }
       fix: Correct the code that the message points at.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('by throwing what is no error', () => {
    expect(refuse({ 'main.js': "throw { status: 404, text: 'not found' };\n" })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4010 The app threw { status: 404, text: 'not found' }.
       fix: Correct the code that the message points at.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('in a promise', () => {
    const app = "async function main() {\n  await null;\n  throw new Error('too late');\n}\nvoid main();\n";
    expect(refuse({ 'main.js': app }).stderr).toContain('error PLM4010 too late\n  main.js:3:9\n');
  });

  test('because a construct is not valid', () => {
    const app = commonJsApp.replace(
      'app.synth()',
      "chart.node.addValidation({ validate: () => ['too small'] });\napp.synth()",
    );
    expect(refuse({ 'main.js': app })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "web
       error PLM1001 too small
         main.js:4:15
         3 | const app = new App();
         4 | const chart = new Chart(app, 'web');
           |               ^
         5 | new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { a: '1
         fix: Follow the message: it comes from the construct itself.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('because a value is not plain data', () => {
    const app = commonJsApp.replace("data: { a: '1' }", 'data: { a: new (class Secret {})() }');
    expect(refuse({ 'main.js': app }).stderr).toMatch(/^web\/config\n {2}error PLM1004 .*\n {4}main.js:5:1\n/);
  });

  test('because two objects have the same name', () => {
    const app = commonJsApp.replace("kind: 'ServiceAccount'", "kind: 'ConfigMap'");
    expect(refuse({ 'main.js': app }).stderr).toMatch(/^ConfigMap web \(web\/service\)\n {2}error PLM2001 /);
  });

  test('by ending with an error code', () => {
    expect(refuse({ 'main.js': "console.error('bye');\nprocess.exit(3);\n" })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "bye
     error PLM4011 The app ended with exit code 3.
       fix: Read what the app printed above.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
    expect(project.run(['synth', '--app', 'sh -c "exit 4"']).stderr).toContain('ended with exit code 4.');
  });

  test('by setting an error code for its end', () => {
    expect(refuse({ 'main.js': `${commonJsApp}process.exitCode = 5;\n` }).stderr).toContain('exit code 5');
  });

  test('by catching what stops it at process.exit()', () => {
    const app = 'try { process.exit(6); } catch { process.exit(0); }\n';
    expect(refuse({ 'main.js': app }).stderr).toContain('exit code 6');
  });

  test('because a package is missing', () => {
    expect(refuse({ 'main.js': "require('cdk8s');\nrequire('@scope/not-there/lib');\n" })).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4012 \`@scope/not-there/lib\` cannot be found in any node_modules folder.
       main.js:2:9
       1 | require('cdk8s');
       2 | require('@scope/not-there/lib');
         |         ^
       fix: Run \`npm install @scope/not-there\`, or correct the name.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('because a file is missing', () => {
    const main = "import { x } from './not-there';\n\nconsole.log(x);\n";
    const args = ['--app', 'npx tsx main.ts', '--no-typecheck'];
    expect(refuse({ 'main.ts': main }, args).stderr).toContain('`./not-there` cannot be found.\n  main.ts:1:19\n');
    expect(refuse({ 'main.mts': main }, ['--app', 'npx tsx main.mts', '--no-typecheck']).stderr).toContain('PLM4012');
  });

  test('because TypeScript does not parse', () => {
    const main = 'const a = 1;\nconst b = ;\n';
    const transcript = refuse({ 'main.ts': main, 'tsconfig.json': commonJsTsconfig }, ['--app', 'npx tsx main.ts']);
    expect(transcript).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4013 Unexpected token.
       main.ts:2:11
       1 | const a = 1;
       2 | const b = ;
         |           ^
       fix: Correct the line that the message names.

     1 error; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('because JavaScript does not parse', () => {
    expect(refuse({ 'main.js': 'const a = 1;\nconst b = ;\n' }).stderr).toContain('main.js:2:11\n');
    expect(refuse({ 'main.mjs': 'const b = ;\n' }, ['--app', 'node main.mjs']).stderr).toContain('PLM4013');
  });

  test('because it makes no App', () => {
    expect(refuse({ 'main.js': "console.log('done');\n" }).stderr).toContain('PLM4014');
    expect(project.run(['synth', '--app', 'true']).stderr).toContain('PLM4014');
  });

  test('because it waits for ever', () => {
    const main = 'await new Promise(() => undefined);\nexport {};\n';
    for (const [file, app] of [
      ['main.mjs', 'node main.mjs'],
      ['main.mts', 'tsx main.mts'],
      ['main.ts', 'tsx main.ts'],
    ]) {
      expect(refuse({ [file]: main }, ['--app', app, '--no-typecheck'])).toMatchObject({
        stdout: '',
        stderr: expect.stringMatching(/^error PLM4015 /) as unknown,
        code: 1,
      });
    }
  });

  test('because it would write elsewhere', () => {
    expect(refuse({ 'main.js': commonJsApp.replace('new App()', "new App({ outdir: '/nowhere' })") }).stderr).toContain(
      'error PLM4017 An App has `outdir: /nowhere`, which is not inside the output folder <project>/dist.',
    );
  });

  test('because two Apps write the same file', () => {
    const other = commonJsApp.replace("a: '1'", "a: '2'");
    expect(refuse({ 'main.js': `{${commonJsApp}}\n{${other}}` }).stderr).toContain('error PLM4018 ');
  });
});

describe('a construct with a prop that is not valid', () => {
  function construct(props: string): string {
    return `const { Chart } = require('cdk8s');
const { App, WebDeployment } = require('cdk8s-plimsoll');
const app = new App();
const chart = new Chart(app, 'shop');
new WebDeployment(chart, 'web', { image: 'nginx:1.27', ${props} });
app.synth();
`;
  }

  test.each([
    ['a name', "name: 'Not_Valid'", 'name'],
    ['a port', 'ports: { http: 70000 }', 'ports.http'],
    ['a label', "labels: { 'a b': 'c' }", 'labels'],
    ['a quantity', "resources: { requests: { cpu: '1 core' } }", 'resources.requests.cpu'],
    ['a path', "writablePaths: ['tmp']", 'writablePaths[0]'],
  ])('such as %s names the construct, the prop, the value, what is allowed and the line', (_what, props, prop) => {
    const { code, stderr } = refuse({ 'main.js': construct(props) });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^shop\/web\n {2}error PLM1005 `/);
    expect(stderr).toContain(`\`${prop}`);
    expect(stderr).toMatch(/; allowed: .+\.\n {4}main\.js:5:1\n/);
    expect(stderr).toMatch(/\n {4}fix: .+\.\n/);
  });

  test('and two objects of one name are told with both places', () => {
    const twice = construct('').replace(
      'app.synth',
      "new WebDeployment(chart, 'other', { name: 'web', image: 'nginx:1' });\napp.synth",
    );
    const { code, stderr } = refuse({ 'main.js': twice });
    expect(code).toBe(1);
    expect(stderr).toContain('Deployment web without a namespace is defined twice: by shop/web/deployment');
    expect(stderr).toContain('main.js:6:1');
  });
});

describe('types that are wrong', () => {
  const wrong = cdk8sApp.replace("{ name: 'web' } });\napp", "{ nme: 'web' } });\napp");

  test('stop the write', () => {
    const files = { 'main.ts': `${wrong}const three: number = 'three';\n`, 'tsconfig.json': commonJsTsconfig };
    expect(refuse(files, ['--app', 'npx tsx main.ts'])).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM4020 Type 'string' is not assignable to type 'number'. (TS2322)
       main.ts:8:7
       7 | app.synth();
       8 | const three: number = 'three';
         |       ^
       fix: Correct it; \`--no-typecheck\` synthesizes without checking types.

     ServiceAccount web-service-c810a615 (web/service)
       error PLM5001 metadata.nme: unknown field "metadata.nme"
         main.ts:6:1
         5 | new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { a: '1
         6 | new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { nme: 'web' } });
           | ^
         7 | app.synth();
         fix: Correct the spelling of \`nme\`, move it to where it belongs (indentation counts), or remove it: the server knows no such field here.

     2 errors; nothing was written to dist
     ",
       "stdout": "",
     }
    `);
  });

  test('are left to the older compiler where the native one refuses the options of the project', () => {
    const options = { ...(JSON.parse(commonJsTsconfig) as { compilerOptions: object }).compilerOptions, baseUrl: '.' };
    const tsconfig = JSON.stringify({ compilerOptions: { ...options, ignoreDeprecations: '6.0' } });
    project = new Project({ 'main.ts': cdk8sApp, 'tsconfig.json': tsconfig });
    const synth = (): Transcript => project.run(['synth', '--app', 'npx tsx main.ts']);
    expect(synth().stderr).toContain("Option 'baseUrl' has been removed.");
    project.link(join(__dirname, '../../node_modules/typescript'), 'node_modules/typescript');
    expect(synth()).toMatchObject({ stderr: '', code: 0 });
    project.write({ 'main.ts': `${cdk8sApp}const three: number = 'three';\n` });
    expect(synth().stderr).toContain('(TS2322)');
  });

  test('do not stop it with --no-typecheck', () => {
    project = new Project({
      'main.ts': `${cdk8sApp}const three: number = 'three';\n`,
      'tsconfig.json': commonJsTsconfig,
    });
    expect(project.run(['synth', '--app', 'npx tsx main.ts', '--no-typecheck'])).toMatchObject({ code: 0 });
  });

  test('are told with --json', () => {
    const files = { 'main.ts': `const three: number = 'three';\n${cdk8sApp}`, 'tsconfig.json': commonJsTsconfig };
    const { code, stdout } = refuse(files, ['--app', 'npx tsx main.ts', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ code: 'PLM4020', source: { file: 'main.ts', line: 1, column: 7 } }],
    });
    expect(code).toBe(1);
  });
});

describe('an output folder that cannot be written', () => {
  test('because it is a file', () => {
    project = new Project({ 'main.js': commonJsApp, dist: 'a file' });
    const { code, stderr } = project.run(['synth', '--app', 'node main.js']);
    expect({ code, dist: project.read('dist') }).toEqual({ code: 1, dist: 'a file' });
    expect(stderr).toContain('PLM3008');
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? test.skip : test)('because it is read-only', () => {
    project = new Project({ 'main.js': commonJsApp });
    mkdirSync(project.path('dist'));
    chmodSync(project.path('dist'), 0o555);
    expect(project.run(['synth', '--app', 'node main.js'])).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('Ctrl-C', () => {
  const interrupt = (app: string): Promise<{ code: number | null; signal: string | null; stderr: string }> =>
    new Promise((settle) => {
      const child = spawn(process.execPath, [commandFile(), 'synth', '--app', app], {
        cwd: project.folder,
        env: project.environment(),
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
        if (text.includes('ready')) child.kill('SIGINT');
      });
      child.on('close', (code, signal) => settle({ code, signal, stderr }));
    });

  test('ends an app that runs in the command itself', async () => {
    refuse({ 'main.js': `${commonJsApp}console.log('ready');\nfor (;;);\n` }, ['--app', 'false']);
    // A shell makes 130 of this.
    expect(await interrupt('node main.js')).toMatchObject({ code: null, signal: 'SIGINT' });
    expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);
  });

  test('ends an app that runs as another process', async () => {
    refuse({ 'app.sh': 'echo ready >&2; exec sleep 30\n' }, ['--app', 'false']);
    expect(await interrupt('sh app.sh')).toEqual({
      code: 130,
      signal: null,
      stderr: 'ready\nInterrupted; nothing was written to dist.\n',
    });
    expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);
  });
});

describe('a reader that has read enough', () => {
  test('is no error', () => {
    const many = commonJsApp.replace(
      'app.synth()',
      "for (let i = 0; i < 5000; i++) new ApiObject(chart, 'x' + i, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' + i } });\napp.synth()",
    );
    project = new Project({ 'main.js': many });
    const line = `"${process.execPath}" "${commandFile()}" synth --app "node main.js" --stdout | head -1`;
    const { stderr, stdout } = spawnSync('sh', ['-c', line], {
      cwd: project.folder,
      encoding: 'utf8',
      env: project.environment(),
    });
    expect({ stderr, stdout }).toEqual({ stderr: '', stdout: 'apiVersion: v1\n' });
  });
});
