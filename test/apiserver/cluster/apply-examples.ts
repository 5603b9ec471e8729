import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiClient } from '../client';
import { applyFolder, makeNamespaces } from './apply';
import type { Applied } from './apply';
import { examples, synthExample } from './examples';

/** What is applied. */
interface Manifests {
  readonly name: string;
  /** Puts the manifests into a folder. */
  readonly write: (folder: string) => void;
}

const dist = join(__dirname, '..', '..', '..', 'dist');

/** The example application as it is committed, and the example of each construct. */
const sets: readonly Manifests[] = [
  {
    name: 'the example application',
    write: (folder) => cpSync(dist, folder, { recursive: true }),
  },
  ...examples.map((name) => ({
    name,
    write: (folder: string) => synthExample(name, folder),
  })),
];

/** What came of applying each, by its name: as a dry run, in an empty namespace, and then for real. */
export async function applyExamples(
  client: ApiClient,
  kubeconfig: string,
): Promise<ReadonlyMap<string, { readonly dry: Applied; readonly real: Applied }>> {
  const results = new Map<string, { readonly dry: Applied; readonly real: Applied }>();
  for (const { name, write } of sets) {
    const folder = mkdtempSync(join(tmpdir(), 'plimsoll-apply-'));
    try {
      write(folder);
      await makeNamespaces(client, folder);
      const dry = await applyFolder(kubeconfig, folder, ['--dry-run=server']);
      const real = await applyFolder(kubeconfig, folder);
      results.set(name, { dry, real });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return results;
}
