import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { compiledCommand, project } from '../support/compiled';

/** A sample in a document, and the files that the document says it makes. */
interface Sample {
  readonly name: string;
  readonly code: string;
  /** What the document shows, by the path in a first line such as `# dist/web.k8s.yaml`. */
  readonly shown: ReadonlyMap<string, string>;
}

/** Documents with samples: README.md and everything in docs/. */
function documents(): readonly string[] {
  const docs = readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' });
  return ['README.md', ...docs.filter((path) => path.endsWith('.md')).map((path) => `docs/${path}`)].sort();
}

/** Every block of `ts`, with the blocks of `yaml` that follow it and name a file. */
function samplesOf(document: string): readonly Sample[] {
  const text = readFileSync(join(project, document), 'utf8');
  const samples: { name: string; code: string; shown: Map<string, string> }[] = [];
  for (const [, language, body] of text.matchAll(/^```(ts|yaml)\n([\s\S]*?)^```$/gm)) {
    if (language === 'ts') samples.push({ name: `${document}#${samples.length + 1}`, code: body, shown: new Map() });
    const file = /^# dist\/(\S+)\n/.exec(body);
    if (language === 'yaml' && file) samples[samples.length - 1].shown.set(file[1], body.slice(file[0].length));
  }
  return samples;
}

const samples = documents().flatMap(samplesOf);
let folder: string;

beforeAll(() => {
  compiledCommand();
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-docs-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(project, join(folder, 'node_modules/cdk8s-plimsoll'));
  for (const name of ['cdk8s', 'cdk8s-plus-27', 'constructs', '@types']) {
    symlinkSync(join(project, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{}');
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022'],
    module: 'node16',
    strict: true,
    noEmit: true,
    types: ['node'],
    skipLibCheck: true,
    moduleDetection: 'force',
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  for (const [index, { code }] of samples.entries()) writeFileSync(join(folder, `sample-${index}.ts`), code);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('documents have samples', () => {
  expect(samples.length).toBeGreaterThan(0);
  expect(samples.some(({ shown }) => shown.size > 0)).toBe(true);
});

test('all samples are correctly typed', () => {
  const compiler = join(project, 'node_modules/@typescript/native/bin/tsc');
  let errors = '';
  try {
    execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    errors = (error as { stdout: string }).stdout;
  }
  const named = errors.replace(/sample-(\d+)\.ts/g, (_all, index: string) => samples[Number(index)].name);
  expect(named).toBe('');
});

test.each(samples.map((sample, index) => [sample.name, sample, index] as const))(
  '%s runs and prints what the document shows',
  (_name, { code, shown }, index) => {
    const { code: script } = transformSync(code, {
      filename: `sample-${index}.ts`,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(folder, `sample-${index}.js`), script);
    const outdir = join(folder, `out-${index}`);
    execFileSync(process.execPath, [`sample-${index}.js`], {
      cwd: folder,
      env: { ...process.env, CDK8S_OUTDIR: outdir },
      stdio: 'pipe',
    });
    for (const [path, text] of shown) {
      const made = existsSync(outdir) ? readdirSync(outdir) : [];
      expect(made).toContain(path);
      expect(text).toBe(readFileSync(join(outdir, path), 'utf8'));
    }
  },
);
