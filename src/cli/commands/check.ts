import { checkFormats } from '../check/check-formats';
import { commonOptions } from '../command';
import type { Command } from '../command';
import { exitCodes } from '../io';
import { judgingOptions, readJudgingFlags } from '../judging-options';
import { load } from '../load';
import type { ColorChoice } from '../terminal';

type RunCheck = typeof import('../check/run-check');

/** `plimsoll check`. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'say what is wrong, with what the app makes or with any manifests',
  description:
    'Without paths, runs the app as `plimsoll synth` does, checks what it makes, and compares it with the output folder: stale,\n' +
    'missing, edited files. Nothing is written; the exit code is for CI.\n' +
    'With paths, judges files, folders, patterns, or - for the standard input; YAML or JSON, made by any tool. What a server\n' +
    'would refuse is an error, what it would warn of is a warning. With --against, so is every change that it would refuse.',
  parameters: [{ name: 'paths', description: 'files, folders, patterns, or -; none for the app', repeats: true }],
  options: [
    { flags: '-a, --app <command>', description: 'what starts the app (default: `app` in cdk8s.yaml)' },
    {
      flags: '-o, --output <folder>',
      description: 'the output folder (default: `output` in cdk8s.yaml, else dist)',
      completes: 'folder',
    },
    { flags: '-n, --namespace <name>', description: 'the namespace of objects in files that name none' },
    ...judgingOptions,
    { flags: '--no-judge', description: 'do not ask what the API server would say' },
    { flags: '--no-typecheck', description: 'do not check types' },
    { flags: '--no-validate', description: 'do not run the validation plugins of cdk8s.yaml' },
    {
      flags: '--server',
      description: 'ask a real cluster too, by `kubectl apply --dry-run=server`; it changes nothing',
    },
    {
      flags: '--context <name>',
      description: 'the cluster to ask, a context of kubeconfig (default: the current one)',
    },
    {
      flags: '--format <format>',
      description: `${checkFormats.join(', ')} (default: text); \`text,sarif=FILE\` prints one and writes others`,
    },
    { flags: '--json', description: 'the same as --format json', conflicts: ['format'] },
    ...commonOptions,
  ],
  examples: [
    { command: 'plimsoll check', does: 'whether what the app makes is right, and committed' },
    { command: 'plimsoll check --format text,sarif=plimsoll.sarif', does: 'the same in CI, with a report for GitHub' },
    { command: 'plimsoll check k8s/', does: 'every YAML and JSON file below a folder' },
    { command: 'helm template . | plimsoll check -', does: 'what another tool makes' },
    { command: 'plimsoll check k8s/ --against main', does: 'and whether it can replace what is in the branch main' },
    { command: 'plimsoll check k8s/ --kubernetes 1.36 --pod-security restricted', does: 'for another cluster' },
    { command: 'plimsoll check --server --context staging', does: 'and what a real cluster says' },
  ],
  run: (options, parameters, io) => {
    const { app, color, context, format, json, namespace, output, quiet, server, typecheck, validate } = options;
    if (context !== undefined && server !== true) {
      io.stderr('--context names the cluster for --server, which is not given.\n');
      return Promise.resolve(exitCodes.misuse);
    }
    const { runCheck } = load('./check/run-check') as RunCheck;
    return runCheck(
      {
        paths: parameters,
        app: app as string | undefined,
        output: output as string | undefined,
        namespace: namespace as string | undefined,
        checksTypes: typecheck !== false,
        runsValidations: validate !== false,
        judging: options.judge !== false && readJudgingFlags(options, io),
        format: json === true ? 'json' : String(format ?? 'text'),
        ...(server === true && { server: { ...(typeof context === 'string' && { context }) } }),
        isQuiet: quiet === true,
        color: (color ?? 'auto') as ColorChoice,
      },
      io,
    );
  },
};
