import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cluster } from '../corpus/cluster';
import { ApiClient } from './client';

/** A running kube-apiserver with its etcd, both on loopback only. */
export interface RunningServer {
  /** Talks to it. */
  readonly client: ApiClient;
  /** How others talk to it. */
  readonly access: ServerAccess;
  /** Ends both and removes what they wrote. */
  readonly stop: () => Promise<void>;
}

/** What somebody needs to talk to a server. */
export interface ServerAccess {
  readonly port: number;
  /** The certificate of the server. */
  readonly certificate: string;
  /** Of somebody who may do everything. */
  readonly token: string;
  /** Of somebody who may do nothing, where permissions are looked at. */
  readonly strangerToken: string;
}

/** How a server is started. */
export interface ServerOptions {
  /**
   * Whether it looks at permissions.
   * @default 'AlwaysAllow'
   */
  readonly authorization?: 'AlwaysAllow' | 'RBAC';
}

const token = 'corpus';
const strangerToken = 'stranger';

/**
 * Starts etcd and kube-apiserver, and waits until the server is ready.
 * @throws Error when one of them does not come up.
 */
export async function startServer(program: string, options: ServerOptions = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-apiserver-'));
  const running: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of running.reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [etcdPort, peerPort, port] = [await freePort(), await freePort(), await freePort()];
    const etcd = `http://127.0.0.1:${etcdPort}`;
    const peer = `http://127.0.0.1:${peerPort}`;
    running.push(
      run(
        'etcd',
        [
          `--data-dir=${join(folder, 'etcd')}`,
          `--listen-client-urls=${etcd}`,
          `--advertise-client-urls=${etcd}`,
          `--listen-peer-urls=${peer}`,
          `--initial-advertise-peer-urls=${peer}`,
          `--initial-cluster=default=${peer}`,
          '--unsafe-no-fsync',
        ],
        folder,
      ),
    );
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(folder, 'accounts.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
    writeFileSync(join(folder, 'accounts.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(
      join(folder, 'tokens.csv'),
      `${token},corpus,corpus,"system:masters"\n${strangerToken},stranger,stranger\n`,
      {
        mode: 0o600,
      },
    );
    running.push(
      run(
        program,
        [
          `--etcd-servers=${etcd}`,
          '--bind-address=127.0.0.1',
          '--advertise-address=127.0.0.1',
          `--secure-port=${port}`,
          `--cert-dir=${join(folder, 'certificates')}`,
          `--token-auth-file=${join(folder, 'tokens.csv')}`,
          `--authorization-mode=${options.authorization ?? 'AlwaysAllow'}`,
          '--allow-privileged=true',
          '--endpoint-reconciler-type=none',
          `--service-cluster-ip-range=${cluster.serviceRanges.join(',')}`,
          `--service-node-port-range=${cluster.nodePorts}`,
          '--service-account-issuer=https://kubernetes.default.svc',
          `--service-account-key-file=${join(folder, 'accounts.pub')}`,
          `--service-account-signing-key-file=${join(folder, 'accounts.key')}`,
        ],
        folder,
      ),
    );
    const client = await connect(folder, port, running);
    const certificate = readFileSync(certificateIn(folder), 'utf8');
    const access = { port, certificate, token, strangerToken };
    return { client, access, stop: async () => (client.close(), stop()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function certificateIn(folder: string): string {
  return join(folder, 'certificates', 'apiserver.crt');
}

function run(program: string, parameters: readonly string[], folder: string): ChildProcess {
  const child = spawn(program, [...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr?.pipe(createWriteStream(join(folder, `${program.split('/').pop()}.log`)));
  child.on('error', () => {});
  return child;
}

async function connect(folder: string, port: number, running: readonly ChildProcess[]): Promise<ApiClient> {
  const certificate = certificateIn(folder);
  for (let attempt = 0; attempt < 600; attempt++) {
    const ended = running.find((child) => child.exitCode !== null || child.pid === undefined);
    if (ended !== undefined) throw new Error(`${ended.spawnfile} ended: ${lastWords(folder, ended)}`);
    if (existsSync(certificate)) {
      const client = new ApiClient({ port, token, certificate: readFileSync(certificate, 'utf8') });
      const ready = await client.send('GET', '/readyz').catch(() => undefined);
      if (ready?.code === 200) return client;
      client.close();
    }
    await sleep(200);
  }
  throw new Error('kube-apiserver was not ready within two minutes');
}

function lastWords(folder: string, child: ChildProcess): string {
  const log = join(folder, `${child.spawnfile.split('/').pop()}.log`);
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-5).join('\n') : 'it could not be started';
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(killer);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
