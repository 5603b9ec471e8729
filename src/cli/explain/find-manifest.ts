import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Manifest } from '../../manifest/manifest';
import { valueAt } from '../../problems/field-path';
import { fieldsByLine } from '../../reading/field-at-line';
import type { LineField } from '../../reading/field-at-line';
import { LineIndex } from '../../reading/line-index';
import { readObjects } from '../../reading/read-objects';
import { splitDocuments } from '../../reading/split-documents';
import { nearest } from '../../values/nearest';
import type { Produced } from './produced';
import type { Target } from './target';

/** A field of an object that the app makes. */
export interface Found extends LineField {
  readonly manifest: Manifest;
  /** Whether the file says something else there than the app does now. */
  readonly isStale: boolean;
}

/** Where the user stands, and where the app writes; absolute paths. */
export interface Folders {
  readonly folder: string;
  readonly output: string;
}

/** Finds the object and field that are meant; a text says why there is none. */
export function findManifest(
  target: Exclude<Target, { readonly kind: 'code' }>,
  produced: Produced,
  folders: Folders,
): Found | string {
  return target.kind === 'line' ? findLine(target, produced, folders) : findField(target, produced);
}

function findLine(
  { file, line }: Extract<Target, { readonly kind: 'line' }>,
  produced: Produced,
  { folder, output }: Folders,
): Found | string {
  const text = readFileSync(file, 'utf8');
  const lines = new LineIndex(text);
  const name = relative(folder, file);
  const content = text.split(/\r?\n/)[line - 1];
  if (content === undefined) return `${name} has no line ${line}.`;
  if (content.trim() === '' || /^(?:---|\.\.\.)\s*$/.test(content)) return `Line ${line} of ${name} says nothing.`;
  const document = [...splitDocuments(text)].reverse().find(({ offset }) => lines.positionOf(offset).line <= line);
  if (!document) return `Line ${line} of ${name} is not in a document.`;
  const fields = fieldsByLine(document.text);
  const [object] = readObjects({ path: file, text: document.text }).objects;
  if (!object || !fields) return `Line ${line} of ${name} is not in a Kubernetes object that can be read.`;
  const field = fields[line - lines.positionOf(document.offset).line];
  if (!field) return `Line ${line} of ${name} is a comment.`;
  const { kind, name: objectName } = object.identity;
  const manifest = produced.inFile(object.identity, relative(output, file).split(sep).join('/'));
  if (!manifest) return `The app makes no ${kind} ${objectName}: ${name} is stale, or somebody else's.`;
  const same =
    JSON.stringify(valueAt(object.object(), field.path)) === JSON.stringify(valueAt(manifest.object, field.path));
  return { manifest, ...field, isStale: !same };
}

function findField(
  { name, namespace, objectKind, path }: Extract<Target, { readonly kind: 'field' }>,
  produced: Produced,
): Found | string {
  const [manifest, ...more] = produced.named(objectKind, name, namespace);
  if (!manifest) {
    const all = produced.manifests.map(({ identity }) => `${identity.kind}/${identity.name}`);
    const near = [...new Set(nearest(`${objectKind}/${name}`, all, 3))];
    const asked = [objectKind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
    return `The app makes no ${asked}.${near.length > 0 ? ` It makes ${near.join(', ')}.` : ''}`;
  }
  if (more.length > 0) return describeSeveral([manifest, ...more]);
  for (let length = 1; length <= path.length; length += 1) {
    if (valueAt(manifest.object, path.slice(0, length)) !== undefined) continue;
    const above = valueAt(manifest.object, path.slice(0, length - 1));
    const there = typeof above === 'object' && above !== null ? Object.keys(above) : [];
    return `${manifest.identity.kind}/${name} has no field ${path.slice(0, length).join('.')}; there are: ${there.join(', ') || 'none'}.`;
  }
  return { manifest, path, isStale: false };
}

function describeSeveral(manifests: readonly Manifest[]): string {
  const { kind, name } = manifests[0]!.identity;
  const ways = new Set(
    manifests.map(({ identity }) => [kind, ...(identity.namespace ? [identity.namespace] : []), name].join('/')),
  );
  const made = manifests.map(({ origin }) => origin.construct).join(', ');
  const several = `The app makes ${manifests.length} objects ${kind}/${name}: ${made}.`;
  return ways.size === manifests.length
    ? `${several} Name one: ${[...ways].join(', ')}.`
    : `${several} Name a line of one, as FILE:LINE.`;
}
