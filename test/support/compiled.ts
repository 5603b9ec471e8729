import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the project. */
export const project = resolve(__dirname, '../..');

/** The compiled command: what tests run as a process of its own. `npm test` compiles before it runs the tests. */
export function compiledCommand(): string {
  const command = join(project, 'lib/cli/main.js');
  if (!existsSync(command)) throw new Error('lib/ is missing: run `npm run compile` first, as `npm test` does');
  return command;
}

/** Runs a program and returns what it printed; its error output goes along with a failure. */
export function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}
