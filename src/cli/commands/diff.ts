import { commonOptions } from '../command';
import type { Command, CommandOptions } from '../command';
import { judgingOptions, readJudgingFlags } from '../judging-options';
import { load } from '../load';
import type { ColorChoice } from '../terminal';

type RunDiff = typeof import('../diff/run-diff');

/** `plimsoll diff`. */
export const diffCommand: Command = {
  name: 'diff',
  summary: 'say what a change does to the cluster',
  description:
    'Compares what the app makes with the output folder as it is, or as it is in a Git revision: object by object, with what\n' +
    'each change does. Pods that restart, updates that the API server refuses, data at risk, permissions that are gained.\n' +
    'With two files or folders it compares those, made by any tool.',
  parameters: [{ name: 'paths', description: 'two files or folders: what is there, what will be', repeats: true }],
  options: [
    { flags: '-a, --app <command>', description: 'what starts the app (default: `app` in cdk8s.yaml)' },
    {
      flags: '-o, --output <folder>',
      description: 'the output folder (default: `output` in cdk8s.yaml, else dist)',
      completes: 'folder',
    },
    {
      flags: '--against <what>',
      description: 'what to compare with: a folder or a Git revision (default: the output folder)',
      completes: 'folder',
    },
    { flags: '--format <format>', description: 'how to say it (default: text)', choices: ['text', 'json', 'markdown'] },
    { flags: '--json', description: 'the same as --format json', conflicts: ['format'] },
    {
      flags: '--fail-on <effects...>',
      description: 'exit with 1 on restart, downtime, immutable, data, permission; several with commas',
    },
    { flags: '--ignore <fields...>', description: 'do not look at these fields; `*` is anything; they are counted' },
    ...judgingOptions.filter(({ flags }) => !/--against|--pod-security/.test(flags)),
    { flags: '--no-judge', description: 'do not ask what the API server would say' },
    { flags: '--no-typecheck', description: 'do not check types' },
    ...commonOptions,
  ],
  examples: [
    { command: 'plimsoll diff', does: 'what the next synth would change' },
    { command: 'plimsoll diff --against main', does: 'what a branch changes' },
    { command: 'plimsoll diff --against main --format markdown > comment.md', does: 'for a pull request' },
    { command: 'plimsoll diff --fail-on data,immutable', does: 'as a gate in CI' },
    { command: 'plimsoll diff k8s/old k8s/new', does: 'any two folders' },
  ],
  run: (options, parameters, io) => {
    const { runDiff } = load('./diff/run-diff') as RunDiff;
    const { against, app, color, format, json, output, quiet, typecheck } = options;
    return runDiff(
      {
        paths: parameters,
        app: app as string | undefined,
        output: output as string | undefined,
        against: against as string | undefined,
        checksTypes: typecheck !== false,
        judging: options.judge !== false && withoutAgainst(options, io),
        ignore: listOf(options.ignore),
        failOn: listOf(options.failOn).flatMap((names) => names.split(',')),
        format: json === true ? 'json' : ((format ?? 'text') as 'text' | 'json' | 'markdown'),
        isQuiet: quiet === true,
        color: (color ?? 'auto') as ColorChoice,
      },
      io,
    );
  },
};

function withoutAgainst(
  options: CommandOptions,
  io: Parameters<typeof readJudgingFlags>[1],
): ReturnType<typeof readJudgingFlags> {
  const { against: _against, ...flags } = options;
  return readJudgingFlags(flags, io);
}

/** Options that may be repeated come as lists, whatever the type of options in general says. */
function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
