/**
 * What our types cost: the native compiler checks the example application against our declarations, as they are published, and the same
 * objects written as plain `ApiObject`s, without and with a type of cdk8s-plus-27, whose types of the Kubernetes API ours are made of.
 *
 * By hand: `npx tsx bench/types/types.ts [RUNS]`. The plain programs are written from dist/ each time, so that they are the same application.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const runs = Number(process.argv[2] ?? 9);
const project = resolve(__dirname, '../..');
const compiler = join(project, 'node_modules/@typescript/native/bin/tsc');
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022'],
  module: 'node16',
  strict: true,
  noEmit: true,
  types: ['node'],
  skipLibCheck: true,
};

type Files = ReadonlyMap<string, string>;

/** The example application as a user would have written it. */
function withConstructs(): Files {
  const folder = join(project, 'src/examples');
  const paths = [...readdirSync(folder).map((name) => join(folder, name)), join(project, 'src/main.ts')];
  const asUser = (text: string): string =>
    text.replace(/'\.\.?\/index'/, "'cdk8s-plimsoll'").replaceAll("'./examples/", "'./");
  return new Map(paths.map((path) => [basename(path), asUser(readFileSync(path, 'utf8'))]));
}

/** The same objects, one chart a file, every field written out. */
function withApiObjects(): Files {
  const charts = readdirSync(join(project, 'dist')).filter((name) => name.endsWith('.k8s.yaml'));
  return new Map(
    charts.map((name) => {
      const text = readFileSync(join(project, 'dist', name), 'utf8');
      const objects = parseAllDocuments(text).map(
        (document, index) => `new ApiObject(chart, 'object-${index}', ${JSON.stringify(document.toJS(), null, 2)});`,
      );
      const head = `import { ApiObject, App, Chart } from 'cdk8s';\n\nconst app = new App();\nconst chart = new Chart(app, 'chart');\n`;
      return [name.replace('.k8s.yaml', '.ts'), `${head}${objects.join('\n')}\napp.synth();\n`] as const;
    }),
  );
}

/** The same, and a single type of cdk8s-plus-27. */
function withOneTypeMore(): Files {
  const file = `import type { k8s } from 'cdk8s-plus-27';\n\nexport const spec: k8s.DeploymentSpec['replicas'] = 1;\n`;
  return new Map([...withApiObjects(), ['replicas.ts', file]]);
}

function prepare(root: string, name: string, files: Files): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, 'package.json'), '{}');
  const settings = { compilerOptions: { ...compilerOptions, moduleDetection: 'force' }, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  return folder;
}

/** Our declarations as a package. */
function installDeclarations(modules: string): void {
  const folder = join(modules, 'cdk8s-plimsoll');
  mkdirSync(folder, { recursive: true });
  const emit = ['--declaration', '--emitDeclarationOnly', '--outDir', join(folder, 'lib')];
  execFileSync(process.execPath, [compiler, '-p', join(project, 'tsconfig.json'), ...emit], { stdio: 'inherit' });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'cdk8s-plimsoll', types: 'lib/index.d.ts' }));
}

interface Checked {
  /** Seconds of CPU of the whole process. */
  readonly cpu: number;
  /** Seconds by the clock, as the compiler says. */
  readonly clock: number;
  readonly megabytes: number;
}

/** Checks a program once. A type error ends the benchmark. */
function check(folder: string): Checked {
  const command = [process.execPath, compiler, '-p', folder, '--extendedDiagnostics'];
  const printed = execFileSync('sh', ['-ec', '"$@"; times', 'sh', ...command], { encoding: 'utf8' });
  // The second line of `times` is that of the children: user and system, each in minutes and seconds.
  const [userMinutes = 0, user = 0, systemMinutes = 0, system = 0] = printed
    .trim()
    .split('\n')
    .at(-1)!
    .split(/[ms]\s*/)
    .map(Number);
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(printed)?.[1]);
  return {
    cpu: (userMinutes + systemMinutes) * 60 + user + system,
    clock: figure('Total time'),
    megabytes: figure('Memory used') / 1024,
  };
}

const root = mkdtempSync(join(tmpdir(), 'plimsoll-types-'));
try {
  const modules = join(root, 'node_modules');
  mkdirSync(modules);
  for (const name of ['cdk8s', 'cdk8s-plus-27', 'constructs', '@types']) {
    symlinkSync(join(project, 'node_modules', name), join(modules, name));
  }
  installDeclarations(modules);
  const programs = [
    { name: 'plain `ApiObject`s', folder: prepare(root, 'plain', withApiObjects()) },
    { name: 'the same, and one type of cdk8s-plus-27', folder: prepare(root, 'one-more', withOneTypeMore()) },
    { name: 'our constructs', folder: prepare(root, 'constructs', withConstructs()) },
  ].map((program) => ({ ...program, checks: [] as Checked[] }));
  // In turn, so that a machine that slows down slows all of them.
  for (let run = 0; run < runs; run++) for (const { checks, folder } of programs) checks.push(check(folder));

  // The least, not the median: whatever else the machine does can only add to it.
  const least = (checks: readonly Checked[], figure: keyof Checked): number =>
    Math.min(...checks.map((one) => one[figure]));
  console.log(`${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}, least of ${runs}\n`);
  console.log(
    '| the example application with | CPU, s | | by the clock, s | | memory, MB |\n|---|---|---|---|---|---|',
  );
  for (const { checks, name } of programs) {
    const times = (figure: 'cpu' | 'clock'): string => {
      const value = least(checks, figure);
      return `${value.toFixed(2)} | ${(value / least(programs[0]!.checks, figure)).toFixed(2)}`;
    };
    console.log(`| ${name} | ${times('cpu')} | ${times('clock')} | ${least(checks, 'megabytes').toFixed(0)} |`);
  }
} finally {
  rmSync(root, { recursive: true });
}
