import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Tree } from '../../corpus/case';
import type { ApiClient } from '../client';
import { kubectl } from './kubectl';
import type { Spoken } from './kubectl';

/** What came of applying a folder of manifests. */
export interface Applied {
  /** How many objects are in it. */
  readonly objects: number;
  /** How many of them kubectl said to have applied. */
  readonly applied: number;
  /** What it said of the others. */
  readonly refusals: readonly string[];
}

/**
 * Applies a folder for real, as whoever follows the README would, once its namespaces are there.
 *
 * @param more Arguments of kubectl, such as `--dry-run=server`.
 */
export async function applyFolder(kubeconfig: string, folder: string, more: readonly string[] = []): Promise<Applied> {
  const args = ['apply', '--server-side', `--filename=${folder}`, '--output=name', ...more];
  const { stderr, stdout }: Spoken = await kubectl(kubeconfig, args);
  const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
  const refusals = lines(stderr).filter((line) => !line.startsWith('Warning: '));
  return { objects: readFolder(folder).length, applied: lines(stdout).length, refusals };
}

/** Makes the namespaces that a folder names, with what controllers would put into them. */
export async function makeNamespaces(client: ApiClient, folder: string): Promise<void> {
  const objects = readFolder(folder);
  const named = objects.flatMap(({ kind, metadata }) => {
    const { name, namespace: own } = metadata as { readonly name: string; readonly namespace?: string };
    return kind === 'Namespace' ? [name] : own === undefined ? [] : [own];
  });
  for (const name of new Set(['default', ...named])) {
    const made = await client.send('POST', '/api/v1/namespaces', JSON.stringify({ metadata: { name } }));
    if (made.code !== 201 && made.code !== 409) throw new Error(`${name}: ${JSON.stringify(made.body)}`);
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } };
    await client.send('POST', `/api/v1/namespaces/${name}/serviceaccounts`, JSON.stringify(account));
  }
}

/** The objects of a folder. */
export function readFolder(folder: string): readonly Tree[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const documents = files.flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')));
  return documents.map((document) => document.toJS() as Tree | null).filter((object) => object !== null);
}
