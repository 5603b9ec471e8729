import { commonOptions } from '../command';
import type { Command } from '../command';
import { load } from '../load';
import type { ColorChoice } from '../terminal';

type RunExplain = typeof import('../explain/run-explain');

/** `plimsoll explain`. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'say where a line of YAML comes from, or what a problem means',
  description:
    'Names the line of TypeScript, and the very prop, that made a line of YAML, and says what Kubernetes says about the field.\n' +
    'The line is named as FILE:LINE, or as KIND/NAME and the path of the field. With the code of a problem, says what it means.',
  parameters: [{ name: 'what', description: 'FILE:LINE, KIND/NAME [FIELD], or a code such as PLM2001', repeats: true }],
  options: [
    { flags: '-a, --app <command>', description: 'what starts the app (default: `app` in cdk8s.yaml)' },
    { flags: '-o, --output <folder>', description: 'the output folder (default: `output` in cdk8s.yaml, else dist)' },
    {
      flags: '--source-map <file>',
      description: 'write where every line of every file comes from, as JSON, to this file',
      completes: 'file',
    },
    { flags: '--json', description: 'print the answer as JSON' },
    ...commonOptions,
  ],
  examples: [
    { command: 'plimsoll explain dist/web.k8s.yaml:42', does: 'what made this line' },
    { command: 'plimsoll explain Deployment/web spec.replicas', does: 'what made this field' },
    { command: 'plimsoll explain PLM5001', does: 'what a problem means' },
    { command: 'plimsoll explain --source-map .plimsoll/source-map.json', does: 'all of it, for editors and scripts' },
  ],
  run: (options, parameters, io) => {
    const { runExplain } = load('./explain/run-explain') as RunExplain;
    const { app, color, json, output, quiet, sourceMap } = options;
    return runExplain(
      {
        what: parameters,
        app: app as string | undefined,
        output: output as string | undefined,
        sourceMap: sourceMap as string | undefined,
        report: json === true ? 'json' : 'text',
        isQuiet: quiet === true,
        color: (color ?? 'auto') as ColorChoice,
      },
      io,
    );
  },
};
