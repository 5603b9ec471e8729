import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from '../../manifest/manifest';
import { hasErrors } from '../../problems/problem';
import type { ObjectIdentity, Problem, SourcePosition } from '../../problems/problem';
import { decodeText } from '../../reading/decode-text';
import { findFiles } from '../../reading/find-files';
import { identityKey } from '../../reading/identity-key';
import { readObjects } from '../../reading/read-objects';
import type { ReadObject, SourceFile } from '../../reading/read-objects';
import { hideSecrets } from '../../report/hide-secrets';
import { countProblems } from '../../report/problem-report';
import type { Styles } from '../../report/styles';
import { judgedJson } from '../../report/synth-report';
import type { Io } from '../io';
import type { Progress } from '../progress';
import { settingsFile } from '../project/settings';
import { readSource } from '../read-source';
import type { ClusterObject } from '../server/ask-cluster';
import { prepare } from '../synth/prepare';
import type { PrepareOptions } from '../synth/prepare';
import type { CheckResult } from './check-outcome';
import { compareOutput } from './compare-output';
import type { OutputComparison } from './compare-output';

/** Runs the app as `plimsoll synth` does, and compares what it makes with the output folder. Nothing is written. */
export async function checkApp(
  options: Omit<PrepareOptions, 'isStream'>,
  io: Io,
  progress: Progress,
): Promise<CheckResult> {
  const prepared = await prepare({ ...options, isStream: false }, io, progress);
  if (prepared.interruptedBy) return { interruptedBy: prepared.interruptedBy };
  progress.say('Comparing');
  const { allowed = [], files, manifests = [], output } = prepared;
  const home = resolve(io.folder, output);
  // An app that is refused makes no files; that all of them are missing is not what is wrong.
  const comparison = hasErrors(prepared.problems) ? undefined : compareOutput(files, output, home);
  const problems = [...prepared.problems, ...(comparison?.problems ?? [])];
  const made = files.map(({ path, text }): SourceFile => ({ path: join(home, path), text }));
  return {
    problems,
    allowed,
    files: made.map(({ path }) => path),
    fallback: existsSync(join(io.folder, settingsFile)) ? settingsFile : 'package.json',
    sentence: describeComparison(output, comparison),
    describe: (styles) => `${describeComparison(output, comparison)}: ${verdict(problems, styles)}\n`,
    data: {
      output: { folder: output, compared: comparison !== undefined, ...listsOf(comparison) },
      ...judgedJson(prepared.judged),
    },
    output: home,
    readSource: (file) => {
      const path = resolve(io.folder, file);
      const text = readSource(path);
      return text !== undefined && path.startsWith(home) ? hideSecrets(text) : text;
    },
    locate: locator(() => (made.length > 0 ? made : readAsIs(home))),
    objects: () => (manifests.length > 0 ? objectsOfApp(manifests) : objectsOfFiles(made)),
  };
}

function describeComparison(output: string, comparison: OutputComparison | undefined): string {
  const folder = output.replace(/\/$/, '');
  if (comparison === undefined) return `${folder} was not compared`;
  const { current, missing, stale } = comparison;
  const all = current.length + missing.length + stale.length;
  const count = current.length === all ? `${all}` : `${current.length} of ${all}`;
  return `${folder}: ${count} file${all === 1 ? '' : 's'} as the app makes ${all === 1 ? 'it' : 'them'}`;
}

/** `no problems`, or how many there are. */
function verdict(problems: readonly Problem[], styles: Styles): string {
  const counts = countProblems(problems);
  if (counts === '') return styles.fix('no problems');
  return styles[hasErrors(problems) ? 'error' : 'warning'](counts);
}

function listsOf(comparison: OutputComparison | undefined): object {
  if (comparison === undefined) return {};
  const { current, edited, foreign, missing, stale, unwanted } = comparison;
  return { current, missing, stale, edited, unwanted, foreign };
}

/** Finds manifests in files, which are read when the first is asked for. */
export function locator(
  files: () => readonly SourceFile[],
): (object: ObjectIdentity, field: string) => SourcePosition | undefined {
  let objects: ReadonlyMap<string, ReadObject> | undefined;
  return (object, field) => {
    objects ??= new Map(
      files().flatMap((file) => readObjects(file).objects.map((it) => [identityKey(it.identity), it] as const)),
    );
    return objects.get(identityKey(object))?.locate(field).source;
  };
}

/** The manifests in the output folder, whatever their state: a refused app makes no others. */
function readAsIs(home: string): readonly SourceFile[] {
  return findFiles([home], home).files.flatMap((path) => {
    const decoded = decodeText(readFileSync(path));
    return 'text' in decoded ? [{ path, text: decoded.text }] : [];
  });
}

/** What files hold, to be sent to a cluster. */
export function objectsOfFiles(files: readonly SourceFile[]): readonly ClusterObject[] {
  return files
    .filter(({ path }) => /\.(?:ya?ml|json)$/i.test(path) || path.startsWith('<'))
    .flatMap((file) => readObjects(file).objects.map(({ identity, locate, text }) => ({ identity, text, locate })));
}

/** What an app makes, whether it is refused or not. */
function objectsOfApp(manifests: readonly Manifest[]): readonly ClusterObject[] {
  return manifests.flatMap((manifest) => {
    try {
      return [{ identity: manifest.identity, text: JSON.stringify(manifest.object), locate: () => originOf(manifest) }];
    } catch {
      // What has no form as JSON cannot be sent, and is refused anyway.
      return [];
    }
  });
}

function originOf({ origin: { construct, locate } }: Manifest): Pick<Problem, 'construct' | 'source'> {
  const source = locate();
  return { construct, ...(source && { source }) };
}
