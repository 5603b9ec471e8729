import { dirname, relative, sep } from 'node:path';
import type { ExplainedCause, Explanation } from '../../explain/explanation';
import { pathText } from '../../explain/field-path-key';
import type { OutputFile } from '../../output/output-file';
import type { SourcePosition } from '../../problems/problem';
import { fieldsByLine } from '../../reading/field-at-line';
import { LineIndex } from '../../reading/line-index';
import { readObjects } from '../../reading/read-objects';
import { splitDocuments } from '../../reading/split-documents';
import type { Explain } from './explainer';
import type { Produced } from './produced';
import { standardMap } from './standard-map';
import type { Mapping, StandardMap } from './standard-map';

/** Where every line of every file comes from. */
export interface SourceMapFile {
  readonly version: 1;
  /** Lines that say something: not the separators between documents. */
  readonly total: number;
  /** How many of them are known to the prop, the call, the id, the default or the rule. */
  readonly exact: number;
  /** For each file of the output folder, what is known of its lines, by their number. */
  readonly files: Readonly<Record<string, Readonly<Record<number, MappedLine>>>>;
  /** The same for tools that know source maps: one for each file, with the sources as seen from this file. */
  readonly maps: Readonly<Record<string, StandardMap>>;
}

/** Where a line comes from. */
export interface MappedLine {
  readonly object: string;
  readonly field: string;
  readonly construct: string;
  readonly cause: ExplainedCause['kind'];
  /** The prop, the call, or the word of the scope. */
  readonly by?: string;
  /** `file:line:column`, the closest that is known. */
  readonly source?: string;
}

/** Where the user stands, and where the source map is written; absolute paths. */
export interface MapPlaces {
  readonly folder: string;
  readonly map: string;
}

/** Explains every line of the files that an app makes. */
export function explainFiles(
  files: readonly OutputFile[],
  produced: Produced,
  explain: Explain,
  places: MapPlaces,
): SourceMapFile {
  const all: Record<string, Record<number, MappedLine>> = {};
  const maps: Record<string, StandardMap> = {};
  let total = 0;
  let exact = 0;
  for (const { path, text } of files) {
    if (!/\.ya?ml$/.test(path)) continue;
    const lines: Record<number, MappedLine> = {};
    const mappings: Mapping[] = [];
    for (const { column, explanation, line } of explainLines(path, text, produced, explain)) {
      const place = placeOf(explanation);
      const mapped = describe(explanation, place, places.folder);
      lines[line] = mapped;
      if (place) {
        const source = { ...place, file: seenFrom(dirname(places.map), place.file) };
        mappings.push({ line, column, source, ...(mapped.by !== undefined && { name: mapped.by }) });
      }
      total += 1;
      if (explanation.cause.kind !== 'unknown') exact += 1;
    }
    all[path] = lines;
    maps[path] = standardMap(path, mappings);
  }
  return { version: 1, total, exact, files: all, maps };
}

interface ExplainedLine {
  readonly line: number;
  /** Where in the line its text begins. */
  readonly column: number;
  readonly explanation: Explanation;
}

function* explainLines(file: string, text: string, produced: Produced, explain: Explain): Generator<ExplainedLine> {
  const index = new LineIndex(text);
  for (const document of splitDocuments(text)) {
    const [object] = readObjects({ path: file, text: document.text }).objects;
    const manifest = object && produced.inFile(object.identity, file);
    if (!manifest) continue;
    const { line: first } = index.positionOf(document.offset);
    const explained = new Map<string, Explanation>();
    const lines = document.text.split('\n');
    for (const [number, field] of (fieldsByLine(document.text) ?? []).entries()) {
      if (field === undefined) continue;
      const key = `${pathText(field.path)} ${field.textLine}`;
      const explanation = explained.get(key) ?? explain(manifest, field.path, field.textLine);
      explained.set(key, explanation);
      yield { line: first + number, column: lines[number]!.search(/\S|$/) + 1, explanation };
    }
  }
}

function placeOf({ cause, source }: Explanation): SourcePosition | undefined {
  return ('source' in cause ? cause.source : undefined) ?? source;
}

function describe(
  { cause, construct, field, object }: Explanation,
  place: SourcePosition | undefined,
  folder: string,
): MappedLine {
  return {
    object: `${object.kind}/${object.name}`,
    field,
    construct,
    cause: cause.kind,
    ...(cause.kind === 'prop' && { by: cause.prop }),
    ...(cause.kind === 'call' && { by: cause.call }),
    ...(cause.kind === 'scope' && { by: cause.name }),
    ...(place && { source: `${seenFrom(folder, place.file)}:${place.line}:${place.column}` }),
  };
}

function seenFrom(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/');
}
