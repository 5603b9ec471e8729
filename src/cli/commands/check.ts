import { commonOptions } from '../command';
import type { Command } from '../command';
import { judgingOptions, readJudgingFlags } from '../judging-options';
import { load } from '../load';
import type { ColorChoice } from '../terminal';

type RunCheck = typeof import('../check/run-check');

/** `plimsoll check`. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'say what the API server would say to any manifests',
  description:
    "Judges Kubernetes manifests with the API server's own code, offline: files, folders, patterns, or - for the standard\n" +
    'input; YAML or JSON, made by any tool. What a server would refuse is an error, what it would warn of is a warning.\n' +
    'With --against, so is every change that it would refuse.',
  parameters: [{ name: 'paths', description: 'files, folders, patterns, or -', repeats: true }],
  options: [
    { flags: '-n, --namespace <name>', description: 'the namespace of objects that name none (default: default)' },
    ...judgingOptions,
    { flags: '--json', description: 'print what was found as JSON' },
    ...commonOptions,
  ],
  examples: [
    { command: 'plimsoll check k8s/', does: 'every YAML and JSON file below a folder' },
    { command: 'helm template . | plimsoll check -', does: 'what another tool makes' },
    { command: 'plimsoll check k8s/ --against main', does: 'and whether it can replace what is in the branch main' },
    { command: 'plimsoll check k8s/ --kubernetes 1.36 --pod-security restricted', does: 'for another cluster' },
  ],
  run: (options, parameters, io) => {
    const { runCheck } = load('./check/run-check') as RunCheck;
    const { color, json, namespace, quiet } = options;
    return runCheck(
      {
        ...readJudgingFlags(options, io),
        ...(typeof namespace === 'string' && { namespace }),
        paths: parameters,
        report: json === true ? 'json' : 'text',
        isQuiet: quiet === true,
        color: (color ?? 'auto') as ColorChoice,
      },
      io,
    );
  },
};
