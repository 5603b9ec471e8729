import type { Io } from './io';

/** One command of `plimsoll`: what it is called, what it takes, what it does. Help and completion come from this too. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** A few words, in lower case, for the list of commands. */
  readonly summary: string;
  /** A paragraph or two for the command's own help. */
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** Positional arguments. @default - none */
  readonly parameters?: readonly CommandParameter[];
  readonly examples: readonly CommandExample[];
  /**
   * Does it. Whatever is heavy is loaded here, so that the other commands do not pay for it.
   *
   * @param options by the camel-cased long name of each option
   * @returns the exit code
   */
  run(options: CommandOptions, parameters: readonly string[], io: Io): Promise<number>;
}

export type CommandOptions = Readonly<Record<string, string | boolean | undefined>>;

export interface CommandOption {
  /** As commander has it: `-o, --output <folder>`. */
  readonly flags: string;
  readonly description: string;
  /** Values allowed. @default - any */
  readonly choices?: readonly string[];
  /** What its value is, for completion. @default - neither */
  readonly completes?: 'file' | 'folder';
  /** Long names of options that cannot be given together with it. @default - none */
  readonly conflicts?: readonly string[];
}

export interface CommandParameter {
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** Whether it may be given any number of times, or not at all. @default - once */
  readonly repeats?: boolean;
}

export interface CommandExample {
  readonly command: string;
  readonly does: string;
}

/** Options that every command has. */
export const commonOptions: readonly CommandOption[] = [
  { flags: '--color <when>', description: 'use colours', choices: ['always', 'never', 'auto'] },
  { flags: '-q, --quiet', description: 'print problems and nothing else' },
];
