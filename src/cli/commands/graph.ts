import { commonOptions } from '../command';
import type { Command } from '../command';
import type { GraphFormat } from '../graph/run-graph';
import { judgingOptions, readJudgingFlags } from '../judging-options';
import { load } from '../load';
import type { ColorChoice } from '../terminal';

type RunGraph = typeof import('../graph/run-graph');

/** `plimsoll graph`. */
export const graphCommand: Command = {
  name: 'graph',
  summary: 'draw the objects and what they have to do with each other',
  description:
    'Draws the objects that the app makes, or those of files made by any tool: which Service selects what, who mounts which\n' +
    'ConfigMap, what is referred to and not there; with what is wrong with them, and with --against what changes.\n' +
    'What a Secret holds is in none of the drawings.',
  parameters: [{ name: 'paths', description: 'files, folders, patterns, or - (default: the app)', repeats: true }],
  options: [
    { flags: '-a, --app <command>', description: 'what starts the app (default: `app` in cdk8s.yaml)' },
    {
      flags: '--format <format>',
      description: 'how to draw (default: as the name of the file says, else mermaid)',
      choices: ['mermaid', 'dot', 'svg', 'html', 'json'],
    },
    { flags: '--json', description: 'the same as --format json', conflicts: ['format'] },
    {
      flags: '-o, --output <file>',
      description: 'the file to write (default: the standard output)',
      completes: 'file',
    },
    {
      flags: '--against <what>',
      description: 'mark what changes: a folder or a Git revision',
      completes: 'folder',
    },
    {
      flags: '--only <what...>',
      description: 'draw what is in these namespaces, charts or constructs; several with commas',
    },
    ...judgingOptions.filter(({ flags }) => !flags.startsWith('--against')),
    { flags: '--no-judge', description: 'do not ask what the API server would say' },
    ...commonOptions,
  ],
  examples: [
    { command: 'plimsoll graph -o graph.html', does: 'a page to search and click through' },
    { command: 'plimsoll graph -o docs/app.svg', does: 'a picture for a README' },
    { command: 'plimsoll graph --only shop', does: 'one namespace, chart or construct' },
    { command: 'plimsoll graph', does: 'Mermaid, which GitHub and GitLab draw' },
    { command: 'plimsoll graph --against main -o change.html', does: 'what a branch changes' },
    { command: 'helm template . | plimsoll graph - --format dot | dot -Tpng -o chart.png', does: 'what others make' },
  ],
  run: (options, parameters, io) => {
    const { runGraph } = load('./graph/run-graph') as RunGraph;
    const { against, app, color, format, json, output, quiet } = options;
    return runGraph(
      {
        paths: parameters,
        app: app as string | undefined,
        against: against as string | undefined,
        judging: options.judge !== false && readJudgingFlags({ ...options, against: undefined }, io),
        only: listOf(options.only).flatMap((names) => names.split(',')),
        format: json === true ? 'json' : (format as GraphFormat | undefined),
        file: output as string | undefined,
        isQuiet: quiet === true,
        color: (color ?? 'auto') as ColorChoice,
      },
      io,
    );
  },
};

/** Options that may be repeated come as lists, whatever the type of options in general says. */
function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
