import type * as Yaml from 'yaml';
import type { Document, LineCounter, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { problem } from '../problem';
import type { Problem, SourcePosition } from '../../problems/problem';
import { nearest } from '../../values/nearest';
import { describeShape, settingsShape } from './settings-shape';
import type { Shape } from './settings-shape';
import type { Settings } from './settings';

/** No settings file needs more; a bound keeps a wrong file from being parsed for minutes. */
const longest = 1_000_000;

/** What a settings file says, and what is wrong with it. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/**
 * Reads the text of a cdk8s.yaml. Every key is checked; unknown ones are only warned of, since cdk8s-cli takes them too.
 *
 * @param yaml the library to read it with
 */
export function parseSettings(text: string, file: string, yaml: typeof Yaml): ParsedSettings {
  if (text.length > longest) {
    const message = `${file} is ${text.length} characters long; at most ${longest} are read.`;
    return { settings: {}, problems: [problem('PLM4002', { message, source: { file, line: 1, column: 1 } })] };
  }
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const reader = new SettingsReader(document, lines, file, yaml);
  for (const error of document.errors) {
    reader.report('PLM4002', `${file} is not valid YAML: ${firstLine(error.message)}.`, error.pos[0]);
  }
  if (reader.problems.length > 0) return { settings: {}, problems: reader.problems };
  if (document.contents === null) return { settings: {}, problems: [] };
  reader.check(document.contents, settingsShape, '');
  const isUsable = reader.problems.every((it) => it.severity !== 'error');
  return { settings: isUsable ? (document.toJS() as Settings) : {}, problems: reader.problems };
}

class SettingsReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly file: string,
    private readonly yaml: typeof Yaml,
  ) {}

  report(code: 'PLM4002' | 'PLM4003' | 'PLM4004', message: string, offset: number, fix?: string): void {
    const { line, col } = this.lines.linePos(offset);
    const source: SourcePosition = { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1) };
    this.problems.push(problem(code, { message, source, ...(fix !== undefined && { fix }) }));
  }

  check(given: Node, shape: Shape, path: string): void {
    const { isAlias, isMap, isScalar, isSeq } = this.yaml;
    const node = isAlias(given) ? given.resolve(this.document) : given;
    if (!node) return;
    if (shape.kind === 'either') return this.check(given, isSeq(node) ? shape.list : shape.text, path);
    if (shape.kind === 'list' && isSeq(node)) {
      node.items.forEach((item, index) => this.check(item as Node, shape.of, `${path}[${index}]`));
    } else if (shape.kind === 'map' && isMap(node)) {
      this.checkMap(node, shape, path);
    } else if (shape.kind === 'text' && isScalar(node)) {
      this.checkText(node, shape, path, offsetOf(given));
    } else if (!(shape.kind === 'any-map' && isMap(node)) && !(shape.kind === 'flag' && isFlag(node))) {
      this.refuse(node.toJS(this.document), shape, path, offsetOf(given));
    }
  }

  private checkMap(node: YAMLMap, shape: Shape & { kind: 'map' }, path: string): void {
    const names = Object.keys(shape.keys);
    for (const pair of node.items as readonly Pair<Node, Node | null>[]) {
      const name = String((pair.key as { readonly value?: unknown }).value);
      const place = path === '' ? name : `${path}.${name}`;
      if (!Object.hasOwn(shape.keys, name)) {
        const [meant] = nearest(name, names, 1);
        const hint = meant ? `\`${meant}\` is close; write that if it is meant.` : `Known are ${names.join(', ')}.`;
        this.report('PLM4004', `\`${place}\` is no key that cdk8s.yaml has.`, offsetOf(pair.key), hint);
      } else if (isEmpty(pair.value)) {
        this.refuse(null, shape.keys[name], place, offsetOf(pair.key));
      } else {
        this.check(pair.value as Node, shape.keys[name], place);
      }
    }
    for (const name of shape.required ?? []) {
      if (node.has(name)) continue;
      this.report('PLM4003', `\`${path}\` has no \`${name}\`, which is required.`, offsetOf(node));
    }
  }

  private checkText({ value, source }: Scalar, shape: Shape & { kind: 'text' }, path: string, offset: number): void {
    const isAllowed =
      typeof value === 'string' &&
      value.trim() !== '' &&
      (shape.oneOf?.includes(value) ?? true) &&
      (shape.matches?.test(value) ?? true);
    if (!isAllowed) this.refuse(value, shape, path, offset, source);
  }

  private refuse(value: unknown, shape: Shape, path: string, offset: number, written = String(value)): void {
    const place = path === '' ? 'The file' : `\`${path}\``;
    const found = `${place} is ${describeValue(value, written)}; it takes ${describeShape(shape)}.`;
    const isBare = shape.kind === 'text' && (typeof value === 'number' || typeof value === 'boolean');
    this.report('PLM4003', found, offset, isBare ? 'Put it in quotes to make it text.' : undefined);
  }
}

function isFlag(node: Node): boolean {
  return typeof (node as { readonly value?: unknown }).value === 'boolean';
}

function isEmpty(node: Node | null): boolean {
  return node === null || (node as { readonly value?: unknown }).value === null;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function describeValue(value: unknown, written: string): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `the text \`${value}\`` : `the ${typeof value} \`${written}\``;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0].replace(/[.:]$/, '');
}
