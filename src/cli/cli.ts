import { commandLine } from './command-line';
import type { Io } from './io';
import { exitCodes } from './io';
import { load } from './load';

/**
 * The command `plimsoll`.
 *
 * @param argv the arguments, without the program's name
 * @returns the exit code: 0 done, 1 problems, 2 the arguments make no sense
 */
export function cli(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.stdout(`${version()}\n`);
    return Promise.resolve(exitCodes.done);
  }
  return commandLine(argv, version(), io);
}

function version(): string {
  return (load('../../package.json') as { readonly version: string }).version;
}
