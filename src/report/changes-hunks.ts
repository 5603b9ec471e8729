import type { Change } from '../changes/change';
import { counted, isMap } from '../changes/data';
import type { Fields } from '../changes/data';
import type { FieldChange } from '../changes/field-change';
import { printYaml } from '../yaml/print';

/** One line of a hunk: what goes, what comes, or a remark. */
export interface HunkLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** Fields shown of one change. */
const mostFields = 20;
/** Lines shown of one value. */
const mostLines = 20;
/** Characters of a list or map that is shown on one line. */
const longestInLine = 100;
/** Columns shown of a line. */
const widest = 160;

/** The fields of a change, as lines. Of a definition of custom resources only its parts are named: it may have thousands of fields. */
export function hunksOf({ after, identity, kind }: Change, fields: readonly FieldChange[]): readonly HunkLine[] {
  // What goes is in the history.
  if (kind === 'moved' || kind === 'deleted') return [];
  if (identity.kind === 'CustomResourceDefinition' && fields.length > 5) return summarizeFields(fields);
  if (kind === 'created') return wholeObject(after?.object());
  const lines = fields.slice(0, mostFields).flatMap(linesOf);
  const more = fields.slice(mostFields);
  return more.length > 0
    ? [...lines, remark(`and ${counted(more.length, 'more field')}:`), ...summarizeFields(more)]
    : lines;
}

const signs = { added: '+', removed: '-', changed: ' ' } as const;

/** How many fields there are below each part of an object. */
function summarizeFields(fields: readonly FieldChange[]): readonly HunkLine[] {
  const parts = new Map<string, number>();
  for (const { path } of fields) {
    const [part] = /^(?:metadata\.\w+|spec\.versions\[[^\]]*\](?:\.\w+)?|[^.[]+(?:\.[^.[]+)?)/.exec(path) ?? [path];
    parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  return cut(
    [...parts].map(([part, count]) => remark(`${part}: ${counted(count, 'field')}`)),
    'part',
  );
}

function linesOf({ after, before, isDefault, isHidden, kind, path }: FieldChange): readonly HunkLine[] {
  if (isHidden) return [{ sign: signs[kind], text: `${path}: (${kind}; the value is not shown)` }];
  const isText = typeof before === 'string' && typeof after === 'string';
  if (isText && (before.includes('\n') || after.includes('\n')))
    return [remark(`${path}:`), ...textLines(before, after)];
  const note = (side: 'before' | 'after'): string => (isDefault === side ? ' (the default)' : '');
  return [
    ...(before === undefined ? [] : valueLines('-', path, before, note('before'))),
    ...(after === undefined ? [] : valueLines('+', path, after, note('after'))),
  ];
}

function valueLines(sign: '-' | '+', path: string, value: unknown, note: string): readonly HunkLine[] {
  const short = isContainer(value) ? JSON.stringify(value) : '';
  if (short !== '' && short.length <= longestInLine) return [{ sign, text: `${path}: ${short}${note}` }];
  const [first, ...more] = print(value);
  if (more.length === 0 && !isContainer(value)) return [{ sign, text: shorten(`${path}: ${first}`) + note }];
  const lines = [first, ...more].map((line) => ({ sign, text: shorten(`  ${line}`) }));
  return [{ sign, text: `${path}:${note}` }, ...cut(lines, 'line', sign)];
}

/** Lines that differ; what is the same at the start and at the end is counted. */
function textLines(before: string, after: string): readonly HunkLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (lines: readonly string[], sign: '-' | '+'): readonly HunkLine[] =>
    cut(
      lines.slice(start, lines.length - end).map((line) => ({ sign, text: shorten(`  ${line}`) })),
      'line',
      sign,
    );
  const same = start > 0 ? [remark(`  (${counted(start, 'line')} as before)`)] : [];
  return [...same, ...part(old, '-'), ...part(now, '+')];
}

function wholeObject(object: Fields | undefined): readonly HunkLine[] {
  if (object === undefined) return [];
  const { apiVersion: _apiVersion, kind, metadata, ...content } = object;
  const shown = { ...ownMetadata(metadata), ...(kind === 'Secret' || !kind ? withoutValues(content) : content) };
  if (Object.keys(shown).length === 0) return [];
  const lines = print(shown).map((line): HunkLine => ({ sign: '+', text: shorten(line) }));
  return cut(lines, 'line', '+');
}

function ownMetadata(metadata: unknown): Fields {
  const { name: _name, namespace: _namespace, ...rest } = isMap(metadata) ? metadata : ({} as Fields);
  const annotations = isMap(rest.annotations) ? Object.keys(rest.annotations) : [];
  // What kubectl notes there may be the whole Secret.
  if (annotations.some((key) => key.startsWith('kubectl.kubernetes.io/last-applied'))) return {};
  return Object.keys(rest).length > 0 ? { metadata: rest } : {};
}

function withoutValues(content: Fields): Fields {
  const hide = (value: unknown): unknown =>
    isMap(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, '(not shown)'])) : '(not shown)';
  const entries = Object.entries(content).map(([key, value]) => [key, /ata$/.test(key) ? hide(value) : value] as const);
  return Object.fromEntries(entries);
}

function print(value: unknown): readonly string[] {
  try {
    return printYaml(value).trimEnd().split('\n');
  } catch {
    return ['(no form in YAML)'];
  }
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function cut(lines: readonly HunkLine[], what: string, sign: HunkLine['sign'] = ' '): readonly HunkLine[] {
  const more = lines.length - mostLines;
  return more > 1 ? [...lines.slice(0, mostLines), { sign, text: `  … and ${counted(more, `more ${what}`)}` }] : lines;
}

function shorten(text: string): string {
  return text.length > widest ? `${text.slice(0, widest)}…` : text;
}

function remark(text: string): HunkLine {
  return { sign: ' ', text };
}
