import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the kube-apiserver of a minor from the same modules as the engine, where it is not there yet. It takes about five minutes.
 * @returns the path of the program
 */
export function buildServer(minor: string, folder: string): string {
  const program = join(folder, 'kube-apiserver');
  const engine = readFileSync(join(__dirname, '..', '..', 'engine', `kubernetes-${minor}`, 'go.mod'), 'utf8');
  const version = /^require k8s\.io\/kubernetes (v\S+)$/m.exec(engine)?.[1];
  const replaced = /^replace \(\n(?<lines>[^)]*)^\)/m.exec(engine)?.groups?.lines;
  if (version === undefined || replaced === undefined) {
    throw new Error(`The go.mod of the engine of Kubernetes ${minor} does not name its modules.`);
  }
  const lines = replaced.split('\n').filter((line) => line.includes('k8s.io/'));
  const goMod = `module plimsoll/apiserver\n\ngo 1.26\n\nrequire k8s.io/kubernetes ${version}\n\nreplace (\n${lines.join('\n')}\n)\n`;
  // Without its version the server does not know which of its APIs are deprecated, nor what it emulates.
  const variables = { gitVersion: version, gitMajor: '1', gitMinor: minor.split('.')[1] ?? '' };
  const flags = Object.entries(variables).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  const wanted = `${goMod}\n${flags.join('\n')}\n`;
  const recorded = join(folder, 'wanted.txt');
  if (existsSync(program) && existsSync(recorded) && readFileSync(recorded, 'utf8') === wanted) return program;

  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), goMod);
  // Names the program, so that its modules are found; nothing else is compiled from here.
  writeFileSync(join(folder, 'tools.go'), 'package apiserver\n\nimport _ "k8s.io/kubernetes/cmd/kube-apiserver/app"\n');
  execFileSync(
    'go',
    [
      'build',
      '-mod=mod',
      '-p=2',
      '-buildvcs=false',
      `-ldflags=${flags.join(' ')}`,
      '-o',
      program,
      'k8s.io/kubernetes/cmd/kube-apiserver',
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, GOFLAGS: '' },
    },
  );
  writeFileSync(recorded, wanted);
  return program;
}
