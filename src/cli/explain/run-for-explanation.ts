import { resolve } from 'node:path';
import type { OutputFile } from '../../output/output-file';
import { hasErrors } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import type { Io } from '../io';
import { problem } from '../problem';
import type { Progress } from '../progress';
import { readSettings } from '../project/settings';
import { gather } from '../run/gather';
import { withJudging } from '../run/judging-environment';
import { runApp } from '../run/run-app';
import { createStaging } from '../run/staging';
import type { Live } from '../run/synthesized';

/** An app that ran in this process, and is still there to be asked. */
export interface Ran {
  readonly live: readonly Live[];
  readonly files: readonly OutputFile[];
  readonly output: string;
  readonly problems: readonly Problem[];
}

/** Runs the app as it is: nothing is judged, no types are checked, nothing is written. */
export async function runForExplanation(
  options: { readonly app?: string; readonly output?: string },
  io: Io,
  progress: Progress,
): Promise<Ran> {
  const project = readSettings(io.folder);
  const output = options.output ?? project.settings.output ?? 'dist';
  const none = { live: [], files: [], output };
  if (hasErrors(project.problems)) return { ...none, problems: project.problems };
  const command = options.app ?? project.settings.app;
  if (!command?.trim()) {
    const message = 'Nothing says what to run: there is no `app` in cdk8s.yaml, and `--app` is not given.';
    return { ...none, problems: [problem('PLM4001', { message })] };
  }
  const staging = createStaging();
  try {
    const run = await runApp({
      command,
      folder: io.folder,
      environment: withJudging(io.environment, { judge: false }),
      checksTypes: false,
      staging,
      progress,
      note: (message) => io.stderr(`${message}\n`),
    });
    const gathered = gather(run.synthesized, staging.read(), staging.outdir, resolve(io.folder, output));
    const live = run.synthesized.flatMap((synthesized) => (synthesized.live ? [synthesized.live] : []));
    return { live, files: gathered.files, output, problems: run.problems };
  } finally {
    staging.remove();
  }
}
