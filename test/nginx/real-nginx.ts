import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The nginx of this machine, or why there is none. */
export const nginxVersion = findNginx();

/** Runs tests with a real nginx: required when CI=true, otherwise skipped with the reason where there is none. */
export function describeWithNginx(title: string, tests: () => void): void {
  if (nginxVersion !== undefined || process.env.CI === 'true') {
    const run = describe;
    run(title, tests);
  } else {
    const skip = describe.skip;
    skip(`${title} (skipped: no nginx on this machine; Debian's package nginx-light has it)`, tests);
  }
}

/** A directory of a test with everything that nginx reads and writes; gone after `remove`. */
export class NginxSandbox {
  public readonly directory = mkdtempSync(join(tmpdir(), 'plimsoll-nginx-'));
  public readonly temporaryDirectory = join(this.directory, 'tmp');
  private readonly log = join(this.directory, 'log');

  public constructor() {
    mkdirSync(this.temporaryDirectory);
    copyFileSync('/etc/nginx/mime.types', join(this.directory, 'mime.types'));
  }

  /** Lets nginx judge a configuration: what it said, and undefined when it was content and had no warning. */
  public complaint(text: string): string | undefined {
    const config = this.write('nginx.conf', text);
    // A file and no pipe: nginx opens /dev/stdout by name, which a socket, as Node's pipes are, does not allow.
    const log = openSync(this.log, 'w');
    const { status, error } = spawnSync('nginx', ['-t', '-c', config], { stdio: ['ignore', log, log] });
    closeSync(log);
    const said = readFileSync(this.log, 'utf8');
    return error === undefined && status === 0 && !/\[(?:warn|emerg|alert|crit)\]/.test(said)
      ? undefined
      : `${error?.message ?? ''}${said}`;
  }

  public write(name: string, text: string): string {
    const path = join(this.directory, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function findNginx(): string | undefined {
  const { stderr } = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  return /nginx\/([\d.]+)/.exec(stderr ?? '')?.[1];
}
