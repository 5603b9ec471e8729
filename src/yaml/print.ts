import { AnnotatedPrinter } from './annotated-printer';
import type { YamlComments } from './comments';
import { locateUnprintable } from './locate-unprintable';
import type { FieldPositions } from './positions';
import { positionsOf } from './positions';
import { Printer } from './printer';
import { Unprintable } from './printed-form';
import { anchorsOf } from './shared-objects';

/** What is printed beside the data. */
export interface PrintOptions {
  /**
   * Comments on fields. They never change the data.
   * @default - none
   */
  readonly comments?: YamlComments;
}

/** A printed document and where everything in it stands. */
export interface PrintedYaml {
  readonly text: string;
  /** Where each field stands, by JSON pointer. */
  readonly positions: FieldPositions;
}

const noComments: YamlComments = new Map();
/** What cdk8s prints for a document that is `undefined`. */
const NO_DOCUMENT = '\n';
const SEPARATOR = '---\n';

/**
 * Prints one document as YAML, byte for byte as cdk8s prints it, except where what cdk8s prints is read back as something
 * else; see `README.md` in this folder.
 *
 * Keys stay in the order of the data. An object that occurs twice gets an anchor, as in cdk8s.
 *
 * @throws TypeError for what YAML has no form for (functions, symbols, `Map`, `Set`, bytes, data nested deeper than 2,000 levels), and
 *   for a comment on a field that the document does not have
 */
export function printYaml(document: unknown, options: PrintOptions = {}): string {
  if (options.comments !== undefined) return printYamlWithPositions(document, options).text;
  if (document === undefined) return NO_DOCUMENT;
  return located(document, () => {
    const printer = new Printer();
    const text = printer.print(document);
    return (printer.metTwice ? annotated(document, noComments).text : text) + '\n';
  });
}

/**
 * Prints documents as one stream, with `---` between them.
 *
 * @throws TypeError as `printYaml` does
 */
export function printYamlDocuments(documents: readonly unknown[]): string {
  return joinYamlDocuments(documents.map((document) => printYaml(document)));
}

/** Makes one stream of documents that are printed already. */
export function joinYamlDocuments(texts: readonly string[]): string {
  return texts.join(SEPARATOR);
}

/**
 * Prints one document and says where each of its fields stands. Costs several times what `printYaml` does.
 *
 * @param firstLine the line, counted from 1, at which the document will stand in its file
 * @throws TypeError as `printYaml` does
 */
export function printYamlWithPositions(document: unknown, options: PrintOptions = {}, firstLine = 1): PrintedYaml {
  if (document === undefined) return { text: NO_DOCUMENT, positions: new Map() };
  return located(document, () => {
    const { text, offsets } = annotated(document, options.comments ?? noComments);
    return { text: text + '\n', positions: positionsOf(text, offsets, firstLine) };
  });
}

function annotated(
  document: unknown,
  comments: YamlComments,
): { readonly text: string; readonly offsets: AnnotatedPrinter['offsets'] } {
  const printer = new AnnotatedPrinter(anchorsOf(document), comments);
  return { text: printer.print(document), offsets: printer.offsets };
}

/** Names the place of what cannot be printed. */
function located<Result>(document: unknown, print: () => Result): Result {
  try {
    return print();
  } catch (error) {
    if (error instanceof Unprintable) throw new TypeError(locateUnprintable(document, error.message));
    throw error;
  }
}
