import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing, Yaml } from 'cdk8s';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { type Finding, checkov, kubeScore } from './tools';
import type { Subject } from './workloads';

/** Paths of the two linters. */
export interface Tools {
  readonly kubeScore: string;
  readonly checkov: string;
}

/** What the linters say of one construct. */
export interface Judged {
  readonly name: string;
  /** How many objects the hardened one makes. */
  readonly objects: number;
  readonly plain: readonly Finding[];
  readonly hardened: readonly Finding[];
}

/** Kinds that kube-score reads; it passes over all others without a word. */
const kubeScoreKinds = [
  'CronJob',
  'DaemonSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Ingress',
  'Job',
  'NetworkPolicy',
  'Pod',
  'PodDisruptionBudget',
  'Service',
  'StatefulSet',
];

/** An object against which nobody has anything, in each file: checkov counts none where no rule applies to any. */
const counted = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'counted', namespace: 'shop' },
  data: { KEY: 'value' },
};

/** Kinds of which checkov counts the Pod template too. */
const templated = ['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'StatefulSet'];

/**
 * Lets the linters judge constructs as they are written plainly and as they are hardened, each in a file of its own: one
 * file's NetworkPolicy would hide its absence elsewhere.
 *
 * @throws {Error} when a tool has not looked at every object
 */
export function judgeAll(subjects: readonly Subject[], tools: Tools): readonly Judged[] {
  const made = subjects.map(({ name, plain, hardened }) => ({
    name,
    plain: objectsOf(plain, false),
    hardened: objectsOf(hardened, true),
  }));
  const found = findings(
    made.flatMap(({ hardened, name, plain }) => [
      { name, objects: plain },
      { name, objects: hardened },
    ]),
    tools,
  );
  return made.map(({ hardened, name }, index) => ({
    name,
    objects: hardened.length,
    plain: found[2 * index]!,
    hardened: found[2 * index + 1]!,
  }));
}

interface ApiObject {
  readonly kind: string;
}

function objectsOf(define: (chart: Chart) => unknown, hardened: boolean): readonly ApiObject[] {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  if (hardened) setDefaults(chart, { hardened });
  define(chart);
  return chart.toJson() as ApiObject[];
}

/** Objects of one file. */
interface FileOfObjects {
  readonly name: string;
  readonly objects: readonly ApiObject[];
}

function findings(all: readonly FileOfObjects[], tools: Tools): readonly (readonly Finding[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-linters-'));
  try {
    const files = all.map(({ objects }, index) => {
      const file = join(folder, `${index}.yaml`);
      writeFileSync(file, Yaml.stringify(...objects, counted));
      return file;
    });
    const ofCheckov = checkov(tools.checkov, files);
    return all.map(({ name, objects }, index) => {
      const count = (kinds: readonly string[]): number => objects.filter(({ kind }) => kinds.includes(kind)).length;
      const score = kubeScore(tools.kubeScore, files[index]!);
      checkCount('kube-score', name, score.objects, count(kubeScoreKinds));
      checkCount('checkov', name, ofCheckov[index]!.objects, objects.length + count(templated) + 1);
      return unique([...score.findings, ...ofCheckov[index]!.findings]);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkCount(tool: string, name: string, seen: number, expected: number): void {
  if (seen !== expected) throw new Error(`${tool} looked at ${seen} of the ${expected} objects of ${name}`);
}

function unique(all: readonly Finding[]): readonly Finding[] {
  const byText = new Map(all.map((finding) => [`${finding.tool} ${finding.rule} ${finding.object}`, finding]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
