import { dirname, resolve } from 'node:path';
import type { OutsideObject } from '../../checks/outside-objects';
import { fieldsIn, itemsIn, mapsIn, textIn } from '../../changes/data';
import { dataOf, parseDocument } from '../../reading/parse-document';

/** What kustomizations say of the files beside them. */
export interface KustomizedFiles {
  /** Files that are a part of a kustomization and no whole objects: patches and settings. Absolute paths. */
  readonly parts: ReadonlySet<string>;
  /** ConfigMaps and Secrets that are generated. */
  readonly generated: readonly OutsideObject[];
}

/**
 * Reads what files are for that are no resources of their kustomization.
 *
 * @param files kustomizations, absolute paths, and their text
 */
export function readKustomizations(files: ReadonlyMap<string, string>): KustomizedFiles {
  const parts = new Set<string>();
  const generated: OutsideObject[] = [];
  for (const [file, text] of files) {
    const parsed = parseDocument(text);
    const read = parsed.kind === 'fault' ? parsed : dataOf(parsed.document);
    const kustomization = fieldsIn('data' in read ? read.data : undefined);
    for (const path of partsOf(kustomization)) parts.add(resolve(dirname(file), path));
    for (const [list, kind] of generators) {
      for (const { name } of mapsIn(kustomization[list])) {
        if (textIn(name) !== '') generated.push({ kind, name: textIn(name) });
      }
    }
  }
  return { parts, generated };
}

const generators = [
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
] as const;

function partsOf(kustomization: Readonly<Record<string, unknown>>): readonly string[] {
  const named = ['patches', 'patchesJson6902', 'replacements'].flatMap((list) =>
    mapsIn(kustomization[list]).map(({ path }) => textIn(path)),
  );
  const listed = [
    'patchesStrategicMerge',
    'configurations',
    'crds',
    'generators',
    'transformers',
    'validators',
  ].flatMap((list) => itemsIn(kustomization[list]).map((item) => textIn(item)));
  const schema = textIn(fieldsIn(kustomization.openapi).path);
  // What is written in place of a path has several lines.
  return [...named, ...listed, schema].filter((path) => path !== '' && !path.includes('\n'));
}
