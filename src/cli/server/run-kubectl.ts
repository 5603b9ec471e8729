import { execFile } from 'node:child_process';
import type { Io } from '../io';

/** What kubectl answered. */
export interface KubectlAnswer {
  readonly stdout: string;
  readonly stderr: string;
  /** Whether it ended with success. */
  readonly ok: boolean;
  /** Why it did not run to its end. @default - it did */
  readonly fault?: string;
}

/** Milliseconds that one call may take; kubectl itself gives up on a request earlier. */
const longest = 120_000;
/** Bytes of an answer that are read. */
const largest = 256 * 1024 * 1024;

/** Runs the user's own kubectl, without a shell, with its own settings. */
export function runKubectl(
  args: readonly string[],
  input: string,
  { environment, folder }: Io,
): Promise<KubectlAnswer> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: environment, timeout: longest, maxBuffer: largest, encoding: 'utf8' as const };
    const child = execFile('kubectl', [...args], options, (error, stdout, stderr) => {
      const fault = error && describeFault(error);
      resolve({ stdout, stderr, ok: !error, ...(fault && { fault }) });
    });
    // Whoever ends without reading to the end says why in another way.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function describeFault(error: Error & { readonly code?: unknown; readonly killed?: boolean }): string | undefined {
  if (error.code === 'ENOENT') return 'kubectl is not installed, or not in the PATH';
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `its answer has more than ${largest} bytes`;
  if (error.killed) return `kubectl did not answer within ${longest / 1000} seconds`;
  return typeof error.code === 'string' ? `kubectl cannot be started: ${error.code}` : undefined;
}
