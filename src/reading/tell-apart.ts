import { basename } from 'node:path';

/** What a document is that is no Kubernetes object. */
export type NoObject =
  'kustomization' | 'part of a kustomization' | 'Helm template' | 'Helm chart' | 'no Kubernetes object' | 'empty';

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
  // No tool reads a plain list of objects, and whoever wrote it thinks that one does.
  if (Array.isArray(data)) return data.some(isMeantAsObject) ? undefined : 'no Kubernetes object';
  if (typeof data !== 'object') return 'no Kubernetes object';
  const { apiVersion } = data as Readonly<Record<string, unknown>>;
  if (typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/')) return 'kustomization';
  return isMeantAsObject(data) ? undefined : 'no Kubernetes object';
}

/** With one of the two it was meant to be an object, in whatever case, and the server says what is wrong. */
function isMeantAsObject(data: unknown): boolean {
  return (
    typeof data === 'object' && data !== null && Object.keys(data).some((key) => /^(?:apiversion|kind)$/i.test(key))
  );
}

/**
 * Whether a document is a template: it has `{{` where YAML is to be, not in quotes, comments or block scalars. At the start of a
 * value no manifest has that; further in it is plain text to YAML, and a template only where it says what those of Helm say.
 */
export function isTemplate(text: string): boolean {
  if (!text.includes('{{')) return false;
  const bare = outsideOfQuotes(outsideOfBlocks(text));
  return /^[ \t]*(?:- +)*\{\{|:[ \t]+[[{]?[ \t]*\{\{/m.test(bare) || helmAction.test(bare);
}

const helmAction =
  /\{\{-?\s*(?:\(?\s*\$?\.(?:Values|Release|Chart|Files|Capabilities|Template)\b|(?:include|template|tpl|if|else|end|with|range|define|block)\b)/;

/** Text without what is in quotes that open a value, and without comments. */
function outsideOfQuotes(text: string): string {
  let bare = '';
  for (let at = 0; at < text.length;) {
    const character = text[at];
    const before = at === 0 ? '\n' : text[at - 1];
    if (character === '#' && /\s/.test(before)) {
      at = endOf(text, '\n', at);
    } else if ((character === '"' || character === "'") && /[\s,:[{]/.test(before)) {
      at = endOfQuote(text, at);
    } else {
      const next = text.slice(at + 1, at + 200).search(/["'#]/);
      const end = next < 0 ? Math.min(at + 200, text.length) : at + 1 + next;
      bare += text.slice(at, end);
      at = end;
    }
  }
  return bare;
}

function endOfQuote(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

function endOf(text: string, what: string, from: number): number {
  const end = text.indexOf(what, from);
  return end < 0 ? text.length : end;
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
