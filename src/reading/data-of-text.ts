import type { KubernetesObject } from '../manifest/manifest';
import { dataOf, parseDocument } from './parse-document';
import { readPlainYaml } from './plain-yaml';

/**
 * The data of a document that holds an object. What generators print is read by a small reader of that form; whatever else there
 * is, by the parser of the whole language.
 *
 * @returns undefined where it cannot be read
 */
export function dataOfText(text: string): KubernetesObject | undefined {
  const plain = readPlainYaml(text);
  if (plain !== undefined) return plain;
  const parsed = parseDocument(text);
  const data = parsed.kind === 'document' ? dataOf(parsed.document) : undefined;
  const value = data && 'data' in data ? data.data : undefined;
  return typeof value === 'object' && value !== null ? (value as KubernetesObject) : undefined;
}
