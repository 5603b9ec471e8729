import { execFile, execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { Yaml } from 'cdk8s';

const execute = promisify(execFile);

/** Whether kubectl is there. With CI=true it must be. */
export const hasKubectl: boolean = (() => {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (process.env.CI === 'true') throw new Error('kubectl is required with CI=true', { cause: error });
    return false;
  }
})();

/** `test` where kubectl is present; otherwise a skipped test whose name says why. */
export const testWithKubectl = (hasKubectl ? test : test.skip) as jest.It;

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

const clusterScoped = new Set(['Namespace', 'PersistentVolume', 'ClusterRole', 'StorageClass']);

/**
 * What `kubectl create --dry-run=client -o yaml` makes of a file. kubectl asks a server which kinds there are, so there is
 * one, on loopback, that knows the kinds in the file and nothing else.
 */
export async function kubectlCreate(file: string): Promise<string> {
  const kinds = (Yaml.load(file) as Kind[]).map(({ apiVersion, kind }) => ({ apiVersion, kind }));
  const server = createServer((request, response) => {
    const answer = discover(new URL(request.url ?? '/', 'http://localhost').pathname, kinds);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const args = ['create', '--dry-run=client', '--validate=false', '-o', 'yaml', '--server', url, '-f', file];
    // Discovery is cached by address: a home of its own keeps runs apart.
    const { stdout } = await execute('kubectl', [...args, '--cache-dir', `${file}.cache`], { maxBuffer: 1e8 });
    return stdout;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function discover(path: string, kinds: readonly Kind[]): unknown {
  const groups = [...new Set(kinds.map(({ apiVersion }) => apiVersion).filter((version) => version.includes('/')))];
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map((groupVersion) => {
        const [name, version] = groupVersion.split('/');
        return { name, versions: [{ groupVersion, version }], preferredVersion: { groupVersion, version } };
      }),
    };
  }
  const groupVersion = path.replace(/^\/apis?\//, '');
  if (groupVersion !== 'v1' && !groups.includes(groupVersion)) return undefined;
  const names = [...new Set(kinds.filter((each) => each.apiVersion === groupVersion).map(({ kind }) => kind))];
  return {
    kind: 'APIResourceList',
    groupVersion,
    resources: names.map((kind) => ({
      name: `${kind.toLowerCase()}s`,
      singularName: kind.toLowerCase(),
      namespaced: !clusterScoped.has(kind),
      kind,
      verbs: ['create', 'get', 'list'],
    })),
  };
}
