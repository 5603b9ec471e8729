import { spawnSync } from 'node:child_process';
import { printYaml } from '../../src/yaml/print';

/** True if there is a kubectl to ask. */
export const kubectlIsPresent = spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).status === 0;

/** What Kubernetes' own reader gets from a text, which must be one object with a kind and a name. */
export type KubectlAnswer = { readonly read: unknown } | { readonly refused: string };

/**
 * Reads a text as every Kubernetes tool does (sigs.k8s.io/yaml), through `kubectl annotate --local`, which asks no cluster: it reads
 * the object, adds an annotation and prints it as JSON.
 */
export function readWithKubectl(text: string): KubectlAnswer {
  const args = ['annotate', '--local', '-f', '-', 'read=yes', '-o', 'json'];
  const { status, stdout, stderr } = spawnSync('kubectl', args, {
    input: text,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, KUBECONFIG: '/dev/null' },
  });
  return status === 0 ? { read: JSON.parse(stdout) as unknown } : { refused: stderr };
}

/** A manifest that carries anything. */
export function carrier(payload: unknown): Readonly<Record<string, unknown>> {
  return { apiVersion: 'example.com/v1', kind: 'Carrier', metadata: { name: 'carrier' }, payload };
}

/**
 * The first of the values that kubectl does not get back, and what it says; undefined if it gets them all. One call for all of them,
 * and by halves down to the one at fault if that fails.
 */
export function firstMisreadByKubectl(
  values: readonly unknown[],
  print = printYaml,
): { readonly value: unknown; readonly answer: KubectlAnswer } | undefined {
  const answer = readWithKubectl(print(carrier(values)));
  if ('read' in answer && sameJson((answer.read as { readonly payload: unknown }).payload, values)) return undefined;
  if (values.length === 1) return { value: values[0], answer };
  const half = values.length >> 1;
  return firstMisreadByKubectl(values.slice(0, half), print) ?? firstMisreadByKubectl(values.slice(half), print);
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, child]) => [key, sorted(child)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
