import { join } from 'node:path';
import { Project } from './support/command';
import type { Transcript } from './support/command';
import { cdk8sApp, commonJsTsconfig, expectedYaml } from './support/projects';

let project: Project;
afterEach(() => project.remove());

/** As after `npm install --omit=optional`: the transformer is there, its program for this platform is not. */
const withoutProgram = `const Module = require('node:module');
const load = Module._load;
Module._load = (request, ...rest) => {
  if (request === 'oxc-transform') throw new Error('Cannot find native binding.');
  return load(request, ...rest);
};
`;

function synth(...args: readonly string[]): Transcript {
  return project.run(['synth', ...args], { NODE_OPTIONS: `--require ${project.path('without.cjs')}` });
}

describe('without the program of the transformer', () => {
  test('the compiler of the project takes its place', () => {
    project = new Project({
      'cdk8s.yaml': 'app: npx tsx main.ts\n',
      'main.ts': `import { a as text } from '@lib/text';\nenum Size { one = 1 }\n${cdk8sApp}`.replace(
        "{ a: '1' }",
        '{ a: text(Size.one) }',
      ),
      'lib/text.ts': 'export const a = (size: number): string => String(size);\n',
      'tsconfig.json': commonJsTsconfig.replace('"strict"', '"paths":{"@lib/*":["./lib/*"]},"strict"'),
      'without.cjs': withoutProgram,
    });
    project.link(join(__dirname, '../../node_modules/typescript'), 'node_modules/typescript');
    expect(synth()).toMatchObject({ code: 0, stderr: '' });
    expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);

    project.write({ 'main.ts': 'const a: number = 1;\nthrow new Error(`no ${a}`);\n' });
    expect(synth('--no-typecheck').stderr).toContain('error PLM4010 no 1\n  main.ts:2:7\n');
    project.write({ 'main.ts': 'const a = 1;\nconst b = ;\n' });
    expect(synth('--no-typecheck').stderr).toContain('error PLM4013 Expression expected.\n  main.ts:2:11\n');
  });

  test('and without such a compiler, what to install is said', () => {
    project = new Project({ 'main.ts': cdk8sApp, 'main.mts': cdk8sApp, 'without.cjs': withoutProgram });
    const { code, stderr } = synth('--app', 'npx tsx main.ts');
    expect([code, stderr.replace(`${process.platform}-${process.arch}`, 'PLATFORM')]).toEqual([
      1,
      `error PLM4012 \`oxc-transform\`, which reads TypeScript, lacks its program for PLATFORM: optional dependencies were left out, and the project has no \`typescript\` before 7, which would do instead.
  fix: Install it with \`npm install --include=optional\`, or run JavaScript that was compiled before.

1 error; nothing was written to dist
`,
    ]);
    expect(synth('--app', 'npx tsx main.mts').stderr).toContain('an ES module in TypeScript');
  });
});
