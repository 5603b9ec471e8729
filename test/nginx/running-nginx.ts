import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, closeSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NginxSandbox } from './real-nginx';

// Debian's nobody: the process shall need no more rights than a container's user has.
const unprivileged = 65534;

/** An nginx that serves on a free port of 127.0.0.1, as an unprivileged user, until `stop`. */
export class RunningNginx {
  private constructor(
    public readonly port: number,
    private readonly sandbox: NginxSandbox,
    private readonly process: ChildProcess,
  ) {}

  /** Starts nginx with the configuration that `config` makes for a port and a writable directory. */
  public static async start(config: (port: number, sandbox: NginxSandbox) => string): Promise<RunningNginx> {
    const sandbox = new NginxSandbox();
    const port = await freePort();
    const text = config(port, sandbox).replace(`listen ${port};`, `listen 127.0.0.1:${port};`);
    const path = sandbox.write('nginx.conf', text);
    const out = openSync(join(sandbox.directory, 'out'), 'a');
    const err = openSync(join(sandbox.directory, 'err'), 'a');
    const user = process.getuid?.() === 0 ? { uid: unprivileged, gid: unprivileged } : {};
    if (user.uid !== undefined) {
      chmodSync(sandbox.directory, 0o755);
      for (const name of ['tmp', 'out', 'err']) {
        chownSync(join(sandbox.directory, name), user.uid, user.gid);
      }
    }
    const child = spawn('nginx', ['-c', path, '-g', 'daemon off;'], { ...user, stdio: ['ignore', out, err] });
    closeSync(out);
    closeSync(err);
    process.once('exit', () => child.kill('SIGKILL'));
    const nginx = new RunningNginx(port, sandbox, child);
    await nginx.untilListening();
    return nginx;
  }

  /** What nginx printed: the access log. */
  public output(): string {
    return readFileSync(join(this.sandbox.directory, 'out'), 'utf8');
  }

  /** What nginx complained about. */
  public errors(): string {
    return readFileSync(join(this.sandbox.directory, 'err'), 'utf8');
  }

  /** Ends nginx and removes everything it left. */
  public async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = new Promise((resolve) => this.process.once('exit', resolve));
      this.process.kill('SIGTERM');
      await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
      this.process.kill('SIGKILL');
    }
    this.sandbox.remove();
  }

  private async untilListening(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (await canConnect(this.port)) {
        return;
      }
      if (this.process.exitCode !== null) {
        break;
      }
      await sleep(25);
    }
    const errors = this.errors();
    await this.stop();
    throw new Error(`nginx did not start: ${errors}`);
  }
}

/** A port of 127.0.0.1 on which nobody listens. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
