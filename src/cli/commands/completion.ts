import type { Command } from '../command';
import { load } from '../load';

type Completion = typeof import('../completion');
type AllCommands = typeof import('./all-commands');

const shells = ['bash', 'zsh', 'fish'] as const;

/** `plimsoll completion`. */
export const completionCommand: Command = {
  name: 'completion',
  summary: 'print a script that completes commands in your shell',
  description: 'Prints a script that lets the shell complete the commands and options of plimsoll.',
  options: [],
  parameters: [{ name: 'shell', description: 'your shell', choices: shells }],
  examples: [
    { command: 'source <(plimsoll completion bash)', does: 'in ~/.bashrc' },
    { command: 'source <(plimsoll completion zsh)', does: 'in ~/.zshrc, after compinit' },
    { command: 'plimsoll completion fish > ~/.config/fish/completions/plimsoll.fish', does: 'once' },
  ],
  run: (_options, [shell], io) => {
    const { completionScript } = load('./completion') as Completion;
    const { allCommands } = load('./commands/all-commands') as AllCommands;
    io.stdout(completionScript(shell as (typeof shells)[number], allCommands));
    return Promise.resolve(0);
  },
};
