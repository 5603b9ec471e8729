/** What the command touches of the world around it. Its tests give it another one. */
export interface Io {
  /** Writes to the standard output: results, and nothing else. */
  readonly stdout: (text: string) => void;
  /** Writes to the standard error: problems, progress, what the app prints. */
  readonly stderr: (text: string) => void;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** The working directory, an absolute path. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** What the command ends with. */
export const exitCodes = { done: 0, problems: 1, misuse: 2 } as const;

/** What a shell expects of a program that was ended by a signal. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return signal === 'SIGINT' ? 130 : 143;
}
