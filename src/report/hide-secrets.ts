/** The start of a document, or a line that says what an object is. */
const separator = /^---(?:\s|$)/;
const secret = /^[\s{,-]*["']?kind["']?\s*:\s*["']?Secret\b|["']kind["']\s*:\s*["']Secret["']/;
/** A key, and the value that follows it on its line. */
const entry = /^(\s*(?:-\s+)*["']?([\w./-]+)["']?\s*:)(?:\s+\S.*)?$/;
/** Keys of a Secret whose values say which it is, and not what is in it. */
const open: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'type',
  'name',
  'namespace',
  'generateName',
  'immutable',
]);

/**
 * Manifests in which the values of Secrets cannot be read, line by line as they are: what is shown around a problem ends up in logs.
 * Whatever else shares a document with a Secret is hidden with it.
 */
export function hideSecrets(text: string): string {
  if (!/kind["']?\s*:\s*["']?Secret\b/.test(text)) return text;
  const documents: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (separator.test(line)) documents.push([]);
    documents[documents.length - 1].push(line);
  }
  return documents.flatMap((lines) => (lines.some((line) => secret.test(line)) ? lines.map(hide) : lines)).join('\n');
}

function hide(line: string): string {
  const [, start, key] = entry.exec(line) ?? [];
  if (start === undefined) return /[\w+/=]/.test(line) && !separator.test(line) ? line.replace(/\S.*$/, '…') : line;
  return open.has(key) || start.length === line.trimEnd().length ? line : `${start} …`;
}
