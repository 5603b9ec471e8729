import { Yaml } from 'cdk8s';
import type { Node, Scalar } from 'yaml';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { jsonPointer } from '../../src/yaml/json-pointer';
import type { TextPosition } from '../../src/yaml/positions';
import type { YamlComment } from '../../src/yaml/comments';
import type { PrintedYaml } from '../../src/yaml/print';
import { printYaml, printYamlWithPositions } from '../../src/yaml/print';
import { reasonInDocument } from './differences';
import type { Reader } from './readers';
import { comparable, readers } from './readers';

/** Throws unless the document is printed as cdk8s prints it, or there is a reason to differ. */
export function expectSameAsCdk8s(document: unknown): void {
  const ours = printYaml(document);
  const theirs = Yaml.stringify(document);
  if (ours === theirs || reasonInDocument(document) !== undefined) return;
  throw new Error(`printed as\n${JSON.stringify(ours)}\nby cdk8s as\n${JSON.stringify(theirs)}`);
}

/** Throws unless the reader gets the document back from what is printed. */
export function expectReadBack(document: unknown, reader: Reader): void {
  const text = printYaml(document);
  const read = JSON.stringify(comparable(reader.read(text)));
  const written = JSON.stringify(comparable(document));
  if (read !== written)
    throw new Error(`${reader.name} reads\n${read}\nfor\n${written}\nfrom\n${JSON.stringify(text)}`);
}

/**
 * Throws unless the text is the same with and without positions, and each field stands where `yaml` finds it when it reads the text.
 */
export function expectPositions(document: unknown): void {
  const printed = printYamlWithPositions(document);
  if (printed.text !== printYaml(document))
    throw new Error(`with positions printed as\n${JSON.stringify(printed.text)}`);
  expectPositionsAsRead(printed);
}

/** Throws unless the text with comments (one for each field, as they come) holds the same data, and its fields stand where they are read. */
export function expectCommentsChangeNothing(document: unknown, comments: Iterable<YamlComment>): void {
  const { text, positions } = printYamlWithPositions(document);
  const next = comments[Symbol.iterator]();
  const chosen = new Map([...positions.keys()].map((pointer) => [pointer, next.next().value as YamlComment]));
  const commented = printYamlWithPositions(document, { comments: chosen });
  for (const { name, read } of readers) {
    const before = JSON.stringify(comparable(read(text)));
    const after = JSON.stringify(comparable(read(commented.text)));
    if (before !== after) throw new Error(`${name} reads\n${after}\nfor\n${before}\nfrom\n${commented.text}`);
  }
  expectPositionsAsRead(commented);
}

function expectPositionsAsRead({ text, positions }: PrintedYaml): void {
  const ours = [...positions].map(([pointer, { key, value }]) => [pointer, key, value]);
  const theirs = positionsReadFrom(text);
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error(
      `positions\n${JSON.stringify(ours)}\nread\n${JSON.stringify(theirs)}\nfrom\n${JSON.stringify(text)}`,
    );
  }
}

function positionsReadFrom(text: string): readonly unknown[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, {
    version: '1.1',
    lineCounter: lines,
    logLevel: 'error',
    uniqueKeys: false,
  });
  const found: unknown[] = [];
  const positionOf = (node: Node): TextPosition => {
    const { line, col } = lines.linePos(node.range![0]);
    return { line, column: col };
  };
  const walk = (node: Node, pointer: string, key: Node | undefined): void => {
    found.push([pointer, key && positionOf(key), positionOf(node)]);
    if (isMap<Scalar<string>, Node>(node)) {
      for (const pair of node.items) walk(pair.value!, pointer + jsonPointer(pair.key.value), pair.key);
    } else if (isSeq<Node>(node)) {
      node.items.forEach((item, index) => walk(item, pointer + jsonPointer(index), undefined));
    }
  };
  walk(contents!, '', undefined);
  return found;
}
