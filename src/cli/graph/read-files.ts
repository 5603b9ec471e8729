import { checkFiles } from '../../check-files';
import type { ComparedObject } from '../../changes/compared-object';
import { checkAcross } from '../../checks/cross-checks';
import type { GraphObject } from '../../graph/graph-object';
import type { Manifest } from '../../manifest/manifest';
import type { Problem, SourcePosition } from '../../problems/problem';
import { readObjects } from '../../reading/read-objects';
import type { ReadObject } from '../../reading/read-objects';
import { readAgainst, readInputs } from '../check/read-inputs';
import type { JudgingFlags } from '../judging-options';
import { problem } from '../problem';
import { tuneEngine } from '../tune-engine';
import { compare } from './compare';
import type { Drawn } from './drawn';

/** How the objects of files are found, and what they are compared with. */
export interface FileOptions {
  /** Files, folders, patterns; `-` for the standard input. */
  readonly paths: readonly string[];
  /** A folder or a Git revision. @default - nothing is compared */
  readonly against?: string;
  /** Not judged at all if false. */
  readonly judging: JudgingFlags | false;
}

/** An object of a file, with all that is known of it. */
interface FileObject {
  readonly file: string;
  readonly read: ReadObject;
}

/** Reads the objects of files, whoever made them. Nothing in them is trusted. */
export function readFiles({ against, judging, paths }: FileOptions, folder: string): Drawn {
  const inputs = readInputs(paths, folder);
  const found = inputs.files.map((file) => ({ path: file.path, content: readObjects(file) }));
  const objects = found.flatMap(({ content, path }) =>
    content.objects.map((read): FileObject => ({ file: path, read })),
  );
  const problems: Problem[] = [...inputs.problems, ...found.flatMap(({ content }) => content.problems)];
  const former = against === undefined ? undefined : readAgainst(against, paths, folder);
  const refusals: Problem[] = [...(former?.problems ?? [])];
  if (objects.length === 0) {
    const message = `There is no Kubernetes object in ${paths.join(', ')}.`;
    return { objects: [], changes: [], problems: [], refusals: [...problems, problem('PLM6005', { message })] };
  }
  const findings = judging
    ? checkFiles(inputs.files, { ...judging, against: undefined, beforeEngine: tuneEngine }).problems
    : checkObjects(objects);
  const drawn = objects.map(({ file, read }): GraphObject => {
    return { identity: read.identity, object: read.object(), file, locate: () => read.locate('').source };
  });
  const before = former?.files.flatMap((file) =>
    readObjects(file).objects.map((read) => compared({ file: file.path, read })),
  );
  return {
    objects: drawn,
    problems: [...problems, ...findings],
    changes: before ? compare(before, objects.map(compared), judging) : [],
    refusals,
  };
}

/** Without its file: one that is in another folder is the same. */
function compared({ read }: FileObject): ComparedObject {
  return { identity: read.identity, object: read.object, text: read.text };
}

function checkObjects(objects: readonly FileObject[]): readonly Problem[] {
  const origin = { chart: '', construct: '', locate: (): SourcePosition | undefined => undefined };
  const manifests = objects.map(({ read }): Manifest => ({ identity: read.identity, object: read.object(), origin }));
  const readOf = new Map(manifests.map((manifest, index) => [manifest, objects[index].read]));
  return checkAcross(manifests, {
    isWhole: false,
    locate: (manifest, field) => ({ ...readOf.get(manifest)?.locate(field) }),
  });
}
