import type { ObjectIdentity, Problem } from '../../problems/problem';
import type { Io } from '../io';
import { firstLines, readRefusal } from './read-refusal';
import { runKubectl } from './run-kubectl';
import type { KubectlAnswer } from './run-kubectl';

/** An object that a cluster is asked about. */
export interface ClusterObject {
  readonly identity: ObjectIdentity;
  /** As JSON, or as one document of YAML. */
  readonly text: string;
  /** Where a field of it is said. @default - not known */
  readonly locate?: (field: string) => Pick<Problem, 'construct' | 'source'>;
}

/** What a cluster says of an object. */
export type ClusterVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: string; readonly field?: string }
  /** What the object needs is not there yet, or whoever asks may not. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly because: 'missing' | 'forbidden' };

/** Which cluster, and how. */
export interface ClusterSettings {
  /** A context of the user's kubeconfig. @default - the current one */
  readonly context?: string;
  /** The namespace of objects that name none. @default - the one of the context */
  readonly namespace?: string;
}

/** The verdicts in the order of the objects, or why there are none. */
export type ClusterAnswer = { readonly verdicts: readonly ClusterVerdict[] } | { readonly fault: string };

/** Objects that are sent together: enough to save time, few enough that one at fault costs little. */
const batchSize = 50;
/** Processes that run at the same time. */
const parallel = 4;

/**
 * Asks a cluster what it would say to objects; it changes nothing. Of a batch with an object that is refused, kubectl says which one only
 * in words: it is asked again, in halves, until each refusal stands alone.
 */
export async function askCluster(
  objects: readonly ClusterObject[],
  settings: ClusterSettings,
  io: Io,
): Promise<ClusterAnswer> {
  const verdicts = new Map<ClusterObject, ClusterVerdict>();
  const withNamespace = objects.filter(({ identity }) => identity.namespace !== undefined);
  const without = objects.filter(({ identity }) => identity.namespace === undefined);
  let open = [...split(withNamespace, batchSize), ...split(without, batchSize)];
  while (open.length > 0) {
    const batches = open.slice(0, parallel);
    open = open.slice(parallel);
    const answers = await Promise.all(batches.map((batch) => apply(batch, settings, io)));
    for (const [index, answer] of answers.entries()) {
      const batch = batches[index];
      const fault = findFault(answer);
      if (fault !== undefined) return { fault };
      if (answer.ok) for (const object of batch) verdicts.set(object, { kind: 'allowed' });
      else if (batch.length === 1) verdicts.set(batch[0], describeRefusal(answer, batch[0].identity));
      else open.push(...split(batch, Math.ceil(batch.length / 2)));
    }
  }
  const all = objects.map((object) => verdicts.get(object)!);
  const [first] = all;
  // Whoever may ask about nothing has learnt nothing.
  const isShut = all.every((it) => it.kind === 'unknown' && it.because === 'forbidden');
  return first?.kind === 'unknown' && isShut ? { fault: first.reason } : { verdicts: all };
}

function split(objects: readonly ClusterObject[], size: number): readonly (readonly ClusterObject[])[] {
  const batches: ClusterObject[][] = [];
  for (let start = 0; start < objects.length; start += size) batches.push(objects.slice(start, start + size));
  return batches;
}

function apply(
  objects: readonly ClusterObject[],
  { context, namespace }: ClusterSettings,
  io: Io,
): Promise<KubectlAnswer> {
  const isBare = objects[0].identity.namespace === undefined;
  const args = [
    'apply',
    '--dry-run=server',
    '--request-timeout=30s',
    // What it prints of objects is not needed, and might be a Secret.
    '-o=name',
    ...(context === undefined ? [] : [`--context=${context}`]),
    // kubectl refuses objects that name another namespace than the one it is told.
    ...(namespace === undefined || !isBare ? [] : [`--namespace=${namespace}`]),
    '-f=-',
  ];
  return runKubectl(args, objects.map(({ text }) => `---\n${text}\n`).join(''), io);
}

/** Faults of the way to the cluster, which say nothing about an object. */
const noWay = [
  // The first thing that kubectl asks a server for.
  /^error: error validating .*: failed to download openapi: (?<fault>.*?)(?:; if you choose to ignore these errors.*)?$/m,
  /^(?<fault>Unable to connect to the server.*|The connection to the server.*|Error from server \((?:Unauthorized|ServiceUnavailable|TooManyRequests|Timeout)\).*)$/m,
  /^(?<fault>error: (?:You must be logged in|context "|current-context|no context|error loading config|stat |open |invalid configuration|getting credentials|unknown flag).*)$/m,
  /(?<fault>couldn't get current server API group list.*)$/m,
];

function findFault({ fault, ok, stderr }: KubectlAnswer): string | undefined {
  if (fault !== undefined || ok) return fault;
  for (const way of noWay) {
    // Other lines may be about objects.
    const found = way.exec(stderr)?.groups?.fault;
    if (found !== undefined) return firstLines(found);
  }
  return undefined;
}

function describeRefusal({ stderr }: KubectlAnswer, { kind }: ObjectIdentity): ClusterVerdict {
  const { because, ...refusal } = readRefusal(stderr, kind === 'Secret');
  return because === undefined ? { kind: 'refused', ...refusal } : { kind: 'unknown', because, reason: refusal.reason };
}
