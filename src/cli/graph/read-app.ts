import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Change } from '../../changes/change';
import type { ComparedObject } from '../../changes/compared-object';
import type { Manifest } from '../../manifest/manifest';
import { hasErrors } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import { sideOfPath, sideOfRevision } from '../diff/read-side';
import type { Side } from '../diff/read-side';
import type { Io } from '../io';
import type { JudgingFlags } from '../judging-options';
import { problem } from '../problem';
import type { Progress } from '../progress';
import { readSettings } from '../project/settings';
import { withJudging } from '../run/judging-environment';
import { runApp } from '../run/run-app';
import { createStaging } from '../run/staging';
import { compare } from './compare';
import type { Drawn } from './drawn';

/** How the objects of an app are found, and what they are compared with. */
export interface AppOptions {
  readonly app?: string;
  /** A folder or a Git revision. @default - nothing is compared */
  readonly against?: string;
  /** Not judged at all if false. */
  readonly judging: JudgingFlags | false;
}

/** Runs the app in this process: what it makes is drawn, whatever is wrong with it. Nothing is written. */
export async function readApp(options: AppOptions, io: Io, progress: Progress): Promise<Drawn> {
  const { problems: flaws, settings } = readSettings(io.folder);
  const none = { objects: [], changes: [] };
  if (hasErrors(flaws)) return { ...none, problems: [], refusals: flaws };
  const command = options.app ?? settings.app;
  if (!command?.trim()) {
    const message = 'Nothing says what to run: there is no `app` in cdk8s.yaml, and `--app` is not given.';
    const fix = 'Name the app, or the files to draw: `plimsoll graph k8s/`.';
    return { ...none, problems: [], refusals: [problem('PLM4001', { message, fix })] };
  }
  const staging = createStaging();
  try {
    const { diff: _diff, ...review } = settings.plimsoll ?? {};
    const order = options.judging === false ? { judge: false } : withoutAgainst(options.judging);
    const run = await runApp({
      command,
      folder: io.folder,
      environment: withJudging(io.environment, { ...review, ...order }),
      checksTypes: false,
      staging,
      progress,
      note: (message) => io.stderr(`${message}\n`),
    });
    if (run.interruptedBy) return { ...none, problems: [], refusals: [], interruptedBy: run.interruptedBy };
    const manifests = run.synthesized.flatMap(({ live }) => live?.manifests ?? []);
    const problems = run.synthesized.flatMap((synthesized) => synthesized.problems);
    if (manifests.length === 0) {
      const isElsewhere = run.problems.length === 0 && problems.length === 0;
      return {
        ...none,
        problems: [],
        refusals: [...run.problems, ...problems, ...(isElsewhere ? [nothingToDraw(command)] : [])],
      };
    }
    progress.say('Comparing');
    const former =
      options.against === undefined ? undefined : readFormer(options.against, settings.output ?? 'dist', io.folder);
    const refusals = [...run.problems, ...(former?.problems ?? [])].filter(({ severity }) => severity === 'error');
    return {
      objects: manifests,
      problems,
      changes: former ? changesTo(former, manifests, options.judging, settings.plimsoll?.diff?.ignore) : [],
      refusals,
    };
  } finally {
    staging.remove();
  }
}

function withoutAgainst({ against: _against, ...flags }: JudgingFlags): Omit<JudgingFlags, 'against'> {
  return flags;
}

function nothingToDraw(command: string): Problem {
  const message = `\`${command}\` made no object in this process.`;
  const fix =
    'Let `app:` name the file, as in `node main.js`; or write the manifests first, and draw those: `plimsoll graph dist`.';
  return problem('PLM4014', { message, fix });
}

/** What was there before: a folder, or the output folder in a Git revision. */
export function readFormer(against: string, output: string, folder: string): Side {
  const isFolder = statSync(resolve(folder, against), { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? sideOfPath(against, folder, true) : sideOfRevision(against, output, folder);
}

function changesTo(
  former: Side,
  manifests: readonly Manifest[],
  judging: JudgingFlags | false,
  ignore?: readonly string[],
): readonly Change[] {
  const after = manifests.map(({ identity, object, origin }): ComparedObject => {
    return { identity, object: () => object, origin };
  });
  return compare(former.objects, after, judging, ignore);
}
