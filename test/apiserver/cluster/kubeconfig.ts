import { writeFileSync } from 'node:fs';
import type { ServerAccess } from '../servers';

/**
 * Writes a kubeconfig for a server on loopback. Its contexts: `admin`, who may do everything; `stranger`, who may do nothing; `nobody`,
 * whose token is wrong; `closed`, where nothing listens; and `silent`, where somebody listens and never answers.
 *
 * @param silentPort Where nobody answers.
 */
export function writeKubeconfig(path: string, access: ServerAccess, silentPort: number): void {
  const at = (port: number): object => ({
    server: `https://127.0.0.1:${port}`,
    'certificate-authority-data': Buffer.from(access.certificate).toString('base64'),
  });
  const contexts = {
    admin: ['server', 'admin'],
    stranger: ['server', 'stranger'],
    nobody: ['server', 'nobody'],
    closed: ['closed', 'admin'],
    silent: ['silent', 'admin'],
  } as const;
  const named = (entries: Readonly<Record<string, object>>, key: string): readonly object[] =>
    Object.entries(entries).map(([name, value]) => ({ name, [key]: value }));
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'admin',
    clusters: named({ server: at(access.port), closed: at(1), silent: at(silentPort) }, 'cluster'),
    users: named(
      { admin: { token: access.token }, stranger: { token: access.strangerToken }, nobody: { token: 'wrong' } },
      'user',
    ),
    contexts: named(
      Object.fromEntries(Object.entries(contexts).map(([name, [cluster, user]]) => [name, { cluster, user }])),
      'context',
    ),
  };
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
}
