import type { TargetMinor } from './api/minors';
import { check } from './checks/all-checks';
import { checkAcross } from './checks/cross-checks';
import type { Locate } from './checks/cross-check';
import type { OutsideObjects } from './checks/outside-objects';
import { judgeForTarget } from './checks/judge/judge-for-target';
import type { UnjudgedKind } from './checks/judge/unjudged';
import type { Subject } from './checks/judge/subject';
import type { PodSecurityLevel } from './engine/review';
import { defaultMinor, tryOpenReviewer } from './judging';
import { readLinks } from './links/read-links';
import type { Manifest } from './manifest/manifest';
import type { ObjectIdentity, Problem } from './problems/problem';
import { FormerObjects, onlyOnes, readFormerObjects } from './reading/predecessors';
import { readObjects } from './reading/read-objects';
import type { ReadObject, Skipped, SourceFile } from './reading/read-objects';

/** How files are judged. */
export interface CheckSettings {
  /** The minor of Kubernetes that the objects are meant for. @default '1.27' */
  readonly kubernetes?: TargetMinor;
  /** The Pod Security level of namespaces whose labels are in none of the files. @default 'privileged' */
  readonly podSecurity?: PodSecurityLevel;
  /** The namespace of objects that name none. @default 'default' */
  readonly namespace?: string;
  /** Where verdicts are kept: a folder, an absolute path. @default - they are not kept */
  readonly cacheFolder?: string;
  /** Objects that exist in the cluster though they are in none of the files. @default - nothing is known of them */
  readonly outside?: OutsideObjects;
  /** What the objects replace. @default - nothing: no update is judged */
  readonly against?: readonly SourceFile[];
  /** In place of `against`, a folder with files of the same paths, an absolute path, or those files. @default - nothing */
  readonly replaces?: string | readonly SourceFile[];
  /**
   * Called before the engine is asked, with the number of objects that it will be asked about.
   * @default - nothing is done
   */
  readonly beforeEngine?: (objects: number) => void;
}

/** What came of it. */
export interface FileCheck {
  /** The minor of Kubernetes that the objects were judged for. */
  readonly kubernetes: TargetMinor;
  /** How many objects were judged. */
  readonly judged: number;
  /** Kinds that nothing can be said of. */
  readonly notJudged: readonly UnjudgedKind[];
  /** What is no Kubernetes object. */
  readonly skipped: readonly Skipped[];
  /** Objects that were there and are no more. */
  readonly deleted: readonly ObjectIdentity[];
  /** What is wrong. */
  readonly problems: readonly Problem[];
}

/** Objects that are read in one run. */
const mostObjects = 50_000;

/** Judges every object in files, made by whatever tool. The files are not to be trusted: whatever is in them, there is an answer. */
export function checkFiles(files: readonly SourceFile[], settings: CheckSettings = {}): FileCheck {
  const { beforeEngine, cacheFolder, kubernetes = defaultMinor, namespace, podSecurity } = settings;
  const problems: Problem[] = [];
  const skipped: Skipped[] = [];
  const former = findFormerObjects(files, settings);
  const objects: { readonly path: string; readonly object: ReadObject }[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const content = readObjects(file);
    problems.push(...content.problems);
    skipped.push(...content.skipped);
    if (content.problems.length > 0 || content.skipped.some(({ what }) => what === 'Helm template'))
      unread.push(file.text);
    for (const object of content.objects) objects.push({ path: file.path, object });
    if (objects.length <= mostObjects) continue;
    const message = `There are more than ${mostObjects} objects, the last of them in ${file.path}.`;
    const tooMany: Problem = { code: 'PLM6004', severity: 'error', message, fix: 'Check fewer files at a time.' };
    return { kubernetes, judged: 0, notJudged: [], skipped, deleted: [], problems: [...problems, tooMany] };
  }
  const opened = tryOpenReviewer({ kubernetes, cacheFolder, beforeEngine });
  if ('problem' in opened) {
    const missing: Problem = { ...opened.problem, severity: 'error' };
    return { kubernetes, judged: 0, notJudged: [], skipped, deleted: [], problems: [...problems, missing] };
  }
  const identities = objects.map(({ object }) => object.identity);
  const isOnly = onlyOnes(former ? identities : []);
  const subjects = objects.map(({ object, path }): Subject => {
    const previous = former?.find(object.identity, path, isOnly(object.identity));
    return previous ? { ...object, previous } : object;
  });
  const judgement = judgeForTarget(subjects, {
    kubernetes,
    namespace,
    podSecurity,
    reviewAll: opened.reviewAll,
  });
  const deleted = former?.without(identities) ?? [];
  return {
    ...judgement,
    kubernetes,
    skipped,
    deleted: deleted.map(({ identity }) => identity),
    problems: [...problems, ...judgement.problems, ...checkEachOther(objects, unread, settings)],
  };
}

/** Findings across all objects. Files are mostly a part of what there is, so that not everything they lack is missing. */
function checkEachOther(
  objects: readonly { readonly path: string; readonly object: ReadObject }[],
  unread: readonly string[],
  { namespace, outside }: CheckSettings,
): readonly Problem[] {
  const read = new Map<Manifest, ReadObject>();
  for (const { object, path } of objects) {
    const { identity } = object;
    const origin = { construct: '', chart: path, locate: () => object.locate('').source };
    read.set({ identity, object: object.object(), origin }, object);
  }
  const manifests = [...read.keys()];
  const locate: Locate = (manifest, field) => read.get(manifest)!.locate(field);
  const twice = check(manifests);
  const findings = checkAcross(manifests, {
    isWhole: false,
    links: readLinks(manifests, { namespace }),
    locate,
    outside,
    unread,
  });
  return [...twice, ...findings];
}

function findFormerObjects(
  files: readonly SourceFile[],
  { against, replaces }: CheckSettings,
): FormerObjects | undefined {
  if (replaces !== undefined) return readFormerObjects(replaces, files);
  if (!against) return undefined;
  const former = new FormerObjects();
  for (const { path, text } of against) former.add(path, text, new Set());
  return former;
}
