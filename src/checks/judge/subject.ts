import type { KubernetesObject, Manifest } from '../../manifest/manifest';
import type { ObjectIdentity, Problem } from '../../problems/problem';

/** An object to be judged, wherever it comes from. */
export interface Subject {
  readonly identity: ObjectIdentity;
  /** The object as JSON or YAML, as it would be sent. */
  readonly text: string;
  /** The object as data; a document that cannot be read has none. */
  readonly object: () => KubernetesObject | undefined;
  /**
   * What is there now under this identity, as JSON or YAML and as data.
   * @default - nothing: the object is new
   */
  readonly previous?: Predecessor;
  /**
   * Objects of one set meant for one cluster; a namespace is looked for there first.
   * @default - all belong together
   */
  readonly set?: string;
  /** The parts of a problem that say where a field is; an empty path is the object itself. */
  readonly locate: (field: string, type?: string) => Pick<Problem, 'construct' | 'source' | 'file'>;
}

/** What an object replaces. */
export interface Predecessor {
  readonly text: string;
  readonly object: () => KubernetesObject | undefined;
}

/** The objects of an app, to be judged. One that has no form as JSON is left to the printer, which says where and why. */
export function subjectsOf(
  manifests: readonly Manifest[],
  previous?: (manifest: Manifest) => Predecessor | undefined,
): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const manifest of manifests) {
    const { identity, object, origin } = manifest;
    const text = object === undefined ? undefined : toJson(object);
    if (text === undefined) continue;
    const predecessor = previous?.(manifest);
    subjects.push({
      identity,
      text,
      object: () => object,
      ...(predecessor && { previous: predecessor }),
      set: origin.chart,
      locate: () => {
        const source = origin.locate();
        return { construct: origin.construct, ...(source && { source }) };
      },
    });
  }
  return subjects;
}

function toJson(object: KubernetesObject): string | undefined {
  try {
    return JSON.stringify(object);
  } catch {
    return undefined;
  }
}
