import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

/** What a process said. */
export interface Spoken {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the installed kubectl with a kubeconfig and nothing else of the user's. */
export function kubectl(kubeconfig: string, args: readonly string[], input = ''): Promise<Spoken> {
  return run('kubectl', args, environmentFor(kubeconfig), input);
}

/** An environment in which kubectl knows one kubeconfig, and keeps what it remembers beside it. */
export function environmentFor(kubeconfig: string): NodeJS.ProcessEnv {
  return { ...process.env, KUBECONFIG: kubeconfig, HOME: dirname(kubeconfig), XDG_CACHE_HOME: dirname(kubeconfig) };
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  input = '',
  folder?: string,
): Promise<Spoken> {
  return new Promise((resolve) => {
    const options = { env: environment, maxBuffer: 1e8, ...(folder !== undefined && { cwd: folder }) };
    const child = execFile(program, [...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
