import { basename } from 'node:path';

/** What a document is that is no Kubernetes object. */
export type NoObject = 'kustomization' | 'Helm template' | 'Helm chart' | 'no Kubernetes object' | 'empty';

/** Tells a whole file apart by its name and place. */
export function tellFileApart(path: string, isInChart: (path: string) => boolean): NoObject | undefined {
  const name = basename(path);
  if (/^[Kk]ustomization(?:\.ya?ml)?$/.test(name)) return 'kustomization';
  if (/^Chart\.(?:yaml|lock)$/.test(name)) return 'Helm chart';
  return /(?:^|[\\/])templates[\\/]/.test(path) && isInChart(path) ? 'Helm template' : undefined;
}

/** Tells a document apart by what it holds; undefined where it is, or was meant to be, an object. */
export function tellApart(data: unknown): NoObject | undefined {
  if (data === null) return 'empty';
  if (typeof data !== 'object' || Array.isArray(data)) return 'no Kubernetes object';
  const { apiVersion, kind } = data as Readonly<Record<string, unknown>>;
  if (typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/')) return 'kustomization';
  // With one of the two it was meant to be an object, and the server says what is missing.
  return apiVersion === undefined && kind === undefined ? 'no Kubernetes object' : undefined;
}

/** `{{` where YAML is to be, not in quotes, comments or block scalars: no manifest has that. */
export function isTemplate(text: string): boolean {
  if (!text.includes('{{')) return false;
  const bare = outsideOfBlocks(text).replace(/"(?:[^"\\]|\\.)*"|'[^']*'|(?:^|\s)#.*$/gm, '');
  return bare.includes('{{');
}

/** Text without what belongs to block scalars: there, braces are data. */
function outsideOfBlocks(text: string): string {
  const kept: string[] = [];
  let block = -1;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    if (block >= 0 && (indent < 0 || indent > block)) continue;
    block = /[:-]\s+[|>][-+\d]*\s*(?:#.*)?$/.test(line) ? indent : -1;
    kept.push(line);
  }
  return kept.join('\n');
}
