/**
 * Shows which faults are found by whom: puts each into otherwise clean manifests and lets every tool look at them.
 *
 *     npx tsx test/linters/faults.ts             prints the table
 *     npx tsx test/linters/faults.ts --write     records it in docs/comparison.md
 *
 * The tools are looked for in PATH and in the folder PLIMSOLL_LINTERS. kubeconform needs schemas: PLIMSOLL_OPENAPI names the
 * folder of a minor in kubectl-validate's source (`pkg/openapiclient/builtins/1.27`), of which they are made.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing, Yaml } from 'cdk8s';
import { checkFiles } from '../../src/check-files';
import { ConfigMap } from '../../src/constructs/config-map';
import { CronJob } from '../../src/constructs/cron-job';
import { Namespace } from '../../src/constructs/namespace';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { replaceSection, table } from './document';
import { type Spoilt, faults } from './fault-list';
import { checkov, findTool, kubeScore } from './tools';
import { convertSchemas, kubeconform, kubectlValidate } from './validators';
import { container, guarded, policyBeside } from './workloads';

const page = join(__dirname, '../../docs/comparison.md');

/** A file of manifests. */
interface Case {
  readonly file: string;
  /** The file that it comes in place of, where the fault is in the change. */
  readonly before?: string;
}

/** What is said against a file: texts, or that nothing can be said. */
type Said = readonly string[] | 'unreadable';

/** One that looks at files and says what it has against each. */
interface Judge {
  readonly name: string;
  /** Undefined where it is not installed. */
  readonly look: ((cases: readonly Case[]) => readonly Said[]) | undefined;
}

/** Manifests without a fault; that a Secret is plain is what ours has against them, and does not count. */
function cleanObjects(): Spoilt[] {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  setDefaults(chart, { hardened: true });
  new Namespace(chart, 'shop');
  new ConfigMap(chart, 'web-settings', { data: { LOG_LEVEL: 'info' } });
  new WebDeployment(chart, 'web', {
    ...guarded,
    ports: { http: 8080 },
    replicas: 2,
    serviceAccount: true,
    ingress: { host: 'shop.example.com' },
    env: { MODE: 'production' },
  });
  new StatefulApp(chart, 'store', { ...guarded, ports: { http: 8080 }, replicas: 3 });
  policyBeside(chart, new CronJob(chart, 'report', { ...container, schedule: '@daily', startingDeadlineSeconds: 600 }));
  const metadata = { name: 'web-login', namespace: 'shop' };
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata, data: { password: 'cGFzc3dvcmQ=' } };
  return [...chart.toJson(), secret];
}

function judges(): readonly Judge[] {
  const score = findTool('kube-score');
  const policies = findTool('checkov');
  const validate = findTool('kubectl-validate');
  const conform = findTool('kubeconform');
  const openApi = process.env.PLIMSOLL_OPENAPI;
  const schemas = conform !== undefined && openApi ? convertSchemas(openApi) : undefined;
  const lines = (findings: readonly { readonly rule: string; readonly object: string }[]): readonly string[] =>
    findings.map(({ rule, object }) => `${rule} ${object}`);
  const lookWithCheckov = (cases: readonly Case[]): readonly Said[] =>
    checkov(
      policies!,
      cases.map(({ file }) => file),
    ).map(({ findings, objects }) => (objects === 0 ? 'unreadable' : lines(findings)));
  return [
    { name: 'Plimsoll', look: each(plimsoll) },
    { name: 'kubectl-validate', look: validate ? each(({ file }) => kubectlValidate(validate, file)) : undefined },
    { name: 'kubeconform', look: schemas ? each(({ file }) => kubeconform(conform!, schemas, file)) : undefined },
    { name: 'kube-score', look: score ? each(({ file }) => lines(kubeScore(score, file).findings)) : undefined },
    { name: 'checkov', look: policies ? lookWithCheckov : undefined },
  ];
}

function each(look: (one: Case) => readonly string[]): Judge['look'] {
  return (cases) =>
    cases.map((one) => {
      try {
        return look(one);
      } catch (error) {
        if (/could not read/.test(String(error))) return 'unreadable';
        throw error;
      }
    });
}

function plimsoll({ file, before }: Case): readonly string[] {
  const read = (path: string): { readonly path: string; readonly text: string } => ({
    path: 'objects.yaml',
    text: readFileSync(path, 'utf8'),
  });
  const { problems } = checkFiles([read(file)], before === undefined ? {} : { against: [read(before)] });
  return problems.map(({ code, message }) => `${code} ${message}`);
}

/** What is said of a fault and not of clean manifests. */
function cellOf(said: Said, clean: Said): string {
  if (said === 'unreadable') return said;
  const found = said.filter((text) => !clean.includes(text));
  const codes = [...new Set(found.flatMap((text) => /^PLM\d+/.exec(text)?.[0] ?? []))].sort();
  if (codes.length > 0) return codes.join(' ');
  return found.length === 0 ? '' : 'yes';
}

/** Writes the clean manifests, and after them those with a fault each. */
function writeCases(folder: string): readonly Case[] {
  const write = (name: string, objects: readonly Spoilt[]): string => {
    const file = join(folder, name);
    writeFileSync(file, Yaml.stringify(...objects));
    return file;
  };
  const clean = write('clean.yaml', cleanObjects());
  const spoilt = faults.map(({ isChange, spoil }, row): Case => {
    const objects = cleanObjects();
    spoil((kind, named) => {
      const found = objects.find((one) => one.kind === kind && (named === undefined || one.metadata.name === named));
      if (found === undefined) throw new Error(`there is no ${kind} ${named ?? ''}`);
      return found;
    }, objects);
    return { file: write(`fault-${row}.yaml`, objects), ...(isChange && { before: clean }) };
  });
  return [{ file: clean }, ...spoilt];
}

function main(args: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-faults-'));
  const all = judges();
  try {
    const cases = writeCases(folder);
    const columns = all.map(({ look }) => {
      if (look === undefined) return faults.map(() => '–');
      const [clean, ...said] = look(cases);
      return said.map((one) => cellOf(one, clean!));
    });
    const rows = faults.map(({ name }, row) => [name, ...columns.map((cells) => cells[row]!)]);
    const result = table(['fault', ...all.map(({ name }) => name)], [...rows, totals(rows, all)]);
    console.log(result);
    if (!args.includes('--write')) return;
    writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), 'faults', result));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function totals(rows: readonly (readonly string[])[], all: readonly Judge[]): readonly string[] {
  const count = (column: number): number => rows.filter((cells) => cells[column] !== '').length;
  return [
    `found, of ${rows.length}`,
    ...all.map(({ look }, index) => (look === undefined ? '–' : String(count(index + 1)))),
  ];
}

main(process.argv.slice(2));
