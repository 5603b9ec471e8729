import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FieldStep } from '../../problems/field-path';
import type { Manifest } from '../../manifest/manifest';
import { valueAt } from '../../problems/field-path';
import { fieldAtLine, lineOfBlock } from '../../reading/field-at-line';
import { LineIndex } from '../../reading/line-index';
import { readObjects } from '../../reading/read-objects';
import { splitDocuments } from '../../reading/split-documents';
import { nearest } from '../../values/nearest';
import type { Target } from './target';

/** A field of an object that the app makes. */
export interface Found {
  readonly manifest: Manifest;
  readonly path: readonly FieldStep[];
  /** The line of a text of several lines, counted from 0. @default - the line is not in one */
  readonly textLine?: number;
  /** Whether the file says something else there than the app does now. */
  readonly isStale: boolean;
}

/** Finds the object and field that are meant; a text says why there is none. */
export function findManifest(
  target: Exclude<Target, { readonly kind: 'code' }>,
  manifests: readonly Manifest[],
  folder: string,
): Found | string {
  return target.kind === 'line' ? findLine(target, manifests, folder) : findField(target, manifests);
}

function findLine(
  { file, line }: Extract<Target, { readonly kind: 'line' }>,
  manifests: readonly Manifest[],
  folder: string,
): Found | string {
  const text = readFileSync(file, 'utf8');
  const lines = new LineIndex(text);
  const document = [...splitDocuments(text)].reverse().find(({ offset }) => lines.positionOf(offset).line <= line);
  const name = relative(folder, file);
  if (!document) return `Line ${line} of ${name} is not in a document.`;
  const first = lines.positionOf(document.offset).line;
  if (line >= first + document.text.trimEnd().split('\n').length) return `Line ${line} of ${name} is empty.`;
  const [object] = readObjects({ path: file, text: document.text }).objects;
  const path = fieldAtLine(document.text, line - first + 1);
  if (!object || !path) return `Line ${line} of ${name} is not in a Kubernetes object that can be read.`;
  const { kind, name: objectName, namespace } = object.identity;
  const manifest = manifests.find(
    ({ identity }) => identity.kind === kind && identity.name === objectName && identity.namespace === namespace,
  );
  if (!manifest) return `The app makes no ${kind} ${objectName}: ${name} is stale, or somebody else's.`;
  const same = JSON.stringify(valueAt(object.object(), path)) === JSON.stringify(valueAt(manifest.object, path));
  return { manifest, path, textLine: lineOfBlock(document.text, line - first + 1), isStale: !same };
}

function findField(
  { name, objectKind, path }: Extract<Target, { readonly kind: 'field' }>,
  manifests: readonly Manifest[],
): Found | string {
  const wanted = objectKind.toLowerCase();
  const manifest = manifests.find(({ identity }) => identity.kind.toLowerCase() === wanted && identity.name === name);
  if (!manifest) {
    const all = manifests.map(({ identity }) => `${identity.kind}/${identity.name}`);
    const near = nearest(`${objectKind}/${name}`, all, 3);
    return `The app makes no ${objectKind}/${name}.${near.length > 0 ? ` It makes ${near.join(', ')}.` : ''}`;
  }
  for (let length = 1; length <= path.length; length += 1) {
    if (valueAt(manifest.object, path.slice(0, length)) !== undefined) continue;
    const above = valueAt(manifest.object, path.slice(0, length - 1));
    const there = typeof above === 'object' && above !== null ? Object.keys(above) : [];
    return `${manifest.identity.kind}/${name} has no field ${path.slice(0, length).join('.')}; there are: ${there.join(', ') || 'none'}.`;
  }
  return { manifest, path, isStale: false };
}
