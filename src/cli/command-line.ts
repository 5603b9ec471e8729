import type { Command as Parser } from 'commander';
import type { Command, CommandExample } from './command';
import { exitCodes } from './io';
import type { Io } from './io';
import { load } from './load';

type Commander = typeof import('commander');
type AllCommands = typeof import('./commands/all-commands');

/** Reads the arguments and runs the command they name. */
export async function commandLine(argv: readonly string[], version: string, io: Io): Promise<number> {
  const { Command: Program, CommanderError } = load('commander') as Commander;
  const { allCommands } = load('./commands/all-commands') as AllCommands;
  let exitCode: number = exitCodes.done;
  const program = new Program('plimsoll')
    .description('Typed Kubernetes manifests on cdk8s: if it synthesizes, it applies.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError(true)
    .showHelpAfterError('Run `plimsoll --help` for all commands and options.')
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  for (const command of allCommands) {
    const parser = addCommand(program, command);
    parser.action(async (...given: readonly unknown[]) => {
      exitCode = await command.run(
        parser.opts(),
        given.slice(0, command.parameters?.length ?? 0).flat() as string[],
        io,
      );
    });
  }
  program.addHelpText('after', describeExamples(allCommands.flatMap((command) => command.examples.slice(0, 1))));
  try {
    if (argv.length === 0) {
      io.stderr(program.helpInformation());
      return exitCodes.misuse;
    }
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.misuse;
  }
}

function addCommand(program: Parser, command: Command): Parser {
  const { Argument, Option } = load('commander') as Commander;
  const parser = program
    .command(command.name)
    .summary(command.summary)
    .description(command.description)
    .helpOption('-h, --help', 'print this help')
    .aliases([...(command.aliases ?? [])])
    .allowExcessArguments(false)
    .addHelpText('after', describeExamples(command.examples));
  for (const { choices, conflicts, description, flags } of command.options) {
    const option = new Option(flags, description);
    if (choices) option.choices([...choices]);
    if (conflicts) option.conflicts([...conflicts]);
    parser.addOption(option);
  }
  for (const { choices, description, name, repeats } of command.parameters ?? []) {
    const argument = new Argument(repeats ? `[${name}...]` : `<${name}>`, description);
    parser.addArgument(choices ? argument.choices([...choices]) : argument);
  }
  return parser;
}

function describeExamples(examples: readonly CommandExample[]): string {
  return ['', 'Examples:', ...examples.flatMap(({ command, does }) => [`  # ${does}`, `  ${command}`])].join('\n');
}
