// The Go command.
import { spawnSync } from 'node:child_process';

const wanted = [1, 26];

/** The version of Go that is there, such as `go1.26.8`. */
export function requireGo() {
  const found = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' });
  const advice = `Install Go ${wanted.join('.')} or newer from https://go.dev/dl/ and run this again.`;
  if (found.error !== undefined || found.status !== 0) throw new Error(`the engine is built with Go, and there is no \`go\` here. ${advice}`);
  const version = found.stdout.trim();
  const [major, minor] = /^go(\d+)\.(\d+)/u.exec(version)?.slice(1).map(Number) ?? [0, 0];
  if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) throw new Error(`this is ${version}: too old to build the engine. ${advice}`);
  return version;
}

/** Runs `go` in a folder and gives what it prints; what it says on the way goes to the terminal. */
export function runGo(folder, parameters, environment = {}) {
  return run(folder, parameters, environment, 'inherit').stdout;
}

/** Runs `go` in a folder and gives what it prints and what it says. */
export function runGoQuietly(folder, parameters, environment = {}) {
  return run(folder, parameters, environment, 'pipe');
}

function run(folder, parameters, environment, stderr) {
  const result = spawnSync('go', parameters, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', stderr],
    maxBuffer: 1 << 28,
    // No flags, no workspace and no other toolchain than the one that was checked: the same input gives the same bytes.
    env: { ...process.env, GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: 'local', CGO_ENABLED: '0', ...environment },
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) throw new Error(`\`go ${parameters.join(' ')}\` failed\n${result.stdout}${result.stderr ?? ''}`);
  return result;
}
