import type { Manifest } from '../../manifest/manifest';
import type { OutputFile } from '../../output/output-file';
import type { ObjectIdentity } from '../../problems/problem';
import { readObjects } from '../../reading/read-objects';

/** What an app made, to be found by what it is. */
export class Produced {
  private readonly byIdentity = new Map<string, Manifest[]>();
  private byFile: ReadonlyMap<string, ReadonlyMap<string, Manifest>> | undefined;

  /**
   * @param manifests in the order in which they are printed
   * @param files the output, in that order too
   */
  constructor(
    readonly manifests: readonly Manifest[],
    private readonly files: readonly OutputFile[],
  ) {
    for (const manifest of manifests) {
      const key = keyOf(manifest.identity);
      const same = this.byIdentity.get(key) ?? [];
      this.byIdentity.set(key, same);
      same.push(manifest);
    }
  }

  /**
   * The object that a file of the output folder holds. Charts for several clusters make objects of one name: then it is
   * that of the file.
   *
   * @param file path in the output folder
   */
  inFile(identity: ObjectIdentity, file: string): Manifest | undefined {
    const key = keyOf(identity);
    const same = this.byIdentity.get(key);
    if (same === undefined || same.length === 1) return same?.[0];
    this.byFile ??= this.readFiles();
    return this.byFile.get(file)?.get(key) ?? same[0];
  }

  /** All objects of a kind and name, whatever the letters of the kind. */
  named(kind: string, name: string, namespace?: string): readonly Manifest[] {
    return this.manifests.filter(
      ({ identity }) =>
        identity.kind.toLowerCase() === kind.toLowerCase() &&
        identity.name === name &&
        (namespace === undefined || identity.namespace === namespace),
    );
  }

  /** Files hold the objects in the order in which they are made: the first of a name is the first in the files. */
  private readFiles(): ReadonlyMap<string, ReadonlyMap<string, Manifest>> {
    const passed = new Map<string, number>();
    return new Map(
      this.files.map((file) => {
        const held = new Map<string, Manifest>();
        for (const { identity } of readObjects(file).objects) {
          const key = keyOf(identity);
          const index = passed.get(key) ?? 0;
          passed.set(key, index + 1);
          const manifest = this.byIdentity.get(key)?.[index];
          if (manifest && !held.has(key)) held.set(key, manifest);
        }
        return [file.path, held];
      }),
    );
  }
}

function keyOf({ apiVersion, kind, name, namespace }: ObjectIdentity): string {
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
