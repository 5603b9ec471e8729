import { relative } from 'node:path';
import type { ExplainedCause, Explanation } from '../../explain/explanation';
import { pathText } from '../../explain/field-path-key';
import type { Manifest } from '../../manifest/manifest';
import type { OutputFile } from '../../output/output-file';
import type { SourcePosition } from '../../problems/problem';
import { fieldAtLine, lineOfBlock } from '../../reading/field-at-line';
import { LineIndex } from '../../reading/line-index';
import { readObjects } from '../../reading/read-objects';
import { splitDocuments } from '../../reading/split-documents';
import type { Explainer } from './explainer';

/** Where every line of every file comes from. */
export interface SourceMapFile {
  readonly version: 1;
  /** Lines that say something: not the separators between documents. */
  readonly total: number;
  /** How many of them are known to the prop, the id, the default or the rule. */
  readonly exact: number;
  /** For each file of the output folder, what is known of its lines, by their number. */
  readonly files: Readonly<Record<string, Readonly<Record<number, MappedLine>>>>;
}

/** Where a line comes from. */
export interface MappedLine {
  readonly object: string;
  readonly field: string;
  readonly construct: string;
  readonly cause: ExplainedCause['kind'];
  /** The prop, or the word of the scope. */
  readonly by?: string;
  /** `file:line:column`, the closest that is known. */
  readonly source?: string;
}

interface Explained {
  readonly manifests: readonly Manifest[];
  readonly explainer: Pick<Explainer, 'explain'>;
}

/** Explains every line of the files that an app makes. */
export function explainFiles(files: readonly OutputFile[], apps: readonly Explained[], folder: string): SourceMapFile {
  const all: Record<string, Record<number, MappedLine>> = {};
  let total = 0;
  let exact = 0;
  for (const { path, text } of files) {
    if (!/\.ya?ml$/.test(path)) continue;
    const lines: Record<number, MappedLine> = {};
    for (const [number, explanation] of explainLines(text, apps)) {
      lines[number] = mapped(explanation, folder);
      total += 1;
      if (explanation.cause.kind !== 'unknown') exact += 1;
    }
    all[path] = lines;
  }
  return { version: 1, total, exact, files: all };
}

function* explainLines(text: string, apps: readonly Explained[]): Generator<readonly [number, Explanation]> {
  const index = new LineIndex(text);
  for (const document of splitDocuments(text)) {
    const [object] = readObjects({ path: '', text: document.text }).objects;
    const found = object && findObject(object.identity, apps);
    if (!found) continue;
    const { line: first } = index.positionOf(document.offset);
    const explained = new Map<string, Explanation>();
    for (let line = 1; line <= document.text.trimEnd().split('\n').length; line += 1) {
      const path = fieldAtLine(document.text, line) ?? [];
      const textLine = lineOfBlock(document.text, line);
      const key = `${pathText(path)} ${textLine}`;
      const explanation = explained.get(key) ?? found.explainer.explain(found.manifest, path, textLine);
      explained.set(key, explanation);
      yield [first + line - 1, explanation];
    }
  }
}

function findObject(
  { kind, name, namespace }: Manifest['identity'],
  apps: readonly Explained[],
): { readonly manifest: Manifest; readonly explainer: Explained['explainer'] } | undefined {
  for (const { explainer, manifests } of apps) {
    const manifest = manifests.find(
      ({ identity }) => identity.kind === kind && identity.name === name && identity.namespace === namespace,
    );
    if (manifest) return { manifest, explainer };
  }
  return undefined;
}

function mapped({ cause, construct, field, object, source }: Explanation, folder: string): MappedLine {
  const place = ('source' in cause ? cause.source : undefined) ?? source;
  return {
    object: `${object.kind}/${object.name}`,
    field,
    construct,
    cause: cause.kind,
    ...(cause.kind === 'prop' && { by: cause.prop }),
    ...(cause.kind === 'scope' && { by: cause.name }),
    ...(place && { source: write(place, folder) }),
  };
}

function write({ column, file, line }: SourcePosition, folder: string): string {
  return `${relative(folder, file)}:${line}:${column}`;
}
