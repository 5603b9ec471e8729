import { commonOptions } from '../command';
import type { Command } from '../command';
import { judgingOptions, readJudgingFlags } from '../judging-options';
import { load } from '../load';
import type { ColorChoice } from '../terminal';

type RunSynth = typeof import('../synth/run-synth');

/** `plimsoll synth`. */
export const synthCommand: Command = {
  name: 'synth',
  aliases: ['synthesize'],
  summary: 'run the app and write its manifests',
  description:
    'Runs the app that cdk8s.yaml names, checks everything it makes, and writes it to the output folder.\n' +
    'Nothing is written while there is an error. Types are checked at the same time, by the compiler of the project.',
  options: [
    { flags: '-a, --app <command>', description: 'what starts the app (default: `app` in cdk8s.yaml)' },
    {
      flags: '-o, --output <folder>',
      description: 'the output folder (default: `output` in cdk8s.yaml, else dist)',
      completes: 'folder',
    },
    {
      flags: '-p, --stdout',
      description: 'print all manifests as one YAML stream, write nothing',
      conflicts: ['output'],
    },
    { flags: '--json', description: 'print what was done, and all problems, as JSON', conflicts: ['stdout'] },
    { flags: '-f, --force', description: 'overwrite files that were changed by hand or made by somebody else' },
    ...judgingOptions,
    { flags: '--no-judge', description: 'do not ask what the API server would say' },
    { flags: '--no-typecheck', description: 'do not check types' },
    { flags: '--no-validate', description: 'do not run the validation plugins of cdk8s.yaml' },
    ...commonOptions,
  ],
  examples: [
    { command: 'plimsoll synth', does: 'write what the app makes to dist/' },
    { command: 'plimsoll synth --stdout | kubectl diff -f -', does: 'compare it with a cluster' },
    { command: "plimsoll synth --app 'npx tsx src/staging.ts' --output dist/staging", does: 'another app' },
    { command: 'plimsoll synth --json | jq .written', does: 'for scripts' },
  ],
  run: (options, _parameters, io) => {
    const { runSynth } = load('./synth/run-synth') as RunSynth;
    const { app, color, force, json, output, quiet, stdout, typecheck, validate } = options;
    return runSynth(
      {
        app: app as string | undefined,
        output: output as string | undefined,
        force: force === true,
        checksTypes: typecheck !== false,
        runsValidations: validate !== false,
        judging: options.judge !== false && readJudgingFlags(options, io),
        report: stdout ? 'stream' : json ? 'json' : 'text',
        isQuiet: quiet === true,
        color: (color ?? 'auto') as ColorChoice,
      },
      io,
    );
  },
};
