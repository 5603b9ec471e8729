import { spawnSync } from 'node:child_process';
import type { SpawnSyncOptionsWithStringEncoding, SpawnSyncReturns } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Each run is a process that loads cdk8s; on a busy machine several of them take longer than a test usually may.
jest.setTimeout(60_000);

/** The repository. */
const root = join(__dirname, '../../..');

/** What a run of the command came to. */
export interface Transcript {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Packages that a project of the tests can have installed. */
const installed = ['cdk8s', 'constructs', '@typescript/native', '@types/node', 'yaml'];

/** A project in a temporary folder, in which the command runs as a process of its own. */
export class Project {
  readonly folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'plimsoll-project-')));

  /** @param files the project's files by path */
  constructor(files: Readonly<Record<string, string>>) {
    this.write({ 'package.json': '{ "name": "project" }\n', ...files });
    for (const name of installed) this.link(join(root, 'node_modules', name), `node_modules/${name}`);
    this.link(builtPackage(), 'node_modules/cdk8s-plimsoll');
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      fs.mkdirSync(dirname(this.path(path)), { recursive: true });
      fs.writeFileSync(this.path(path), text);
    }
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): string {
    return fs.readFileSync(this.path(path), 'utf8');
  }

  /** The files below a folder, hidden ones left out, sorted. */
  list(path: string): readonly string[] {
    if (!fs.existsSync(this.path(path))) return [];
    return fs
      .readdirSync(this.path(path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path(path).length + 1))
      .sort();
  }

  /** Runs `plimsoll` with these arguments. The project's folder is written as `<project>` in what comes back. */
  run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Transcript {
    const { status, stderr, stdout } = spawnSync(process.execPath, [commandFile(), ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...this.environment(), ...environment },
      timeout: 60_000,
    });
    const clean = (text: string): string => text.replaceAll(this.folder, '<project>');
    return { stdout: clean(stdout), stderr: clean(stderr), code: status };
  }

  /** Runs `plimsoll` with options of its own. */
  spawn(args: readonly string[], options: SpawnSyncOptionsWithStringEncoding): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [commandFile(), ...args], options);
  }

  /** An environment that is the same on every machine. */
  environment(): Record<string, string> {
    // Verdicts are kept for all projects together, so that the engine is started once.
    const XDG_CACHE_HOME = join(tmpdir(), 'plimsoll-test-cache');
    return { PATH: String(process.env.PATH), HOME: this.folder, TMPDIR: tmpdir(), XDG_CACHE_HOME };
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  link(target: string, path: string): void {
    fs.mkdirSync(dirname(this.path(path)), { recursive: true });
    fs.symlinkSync(target, this.path(path));
  }
}

/** The file that `npx plimsoll` starts. */
export function commandFile(): string {
  return join(builtPackage(), 'lib/cli/main.js');
}

let built: string | undefined;

/** The package, compiled once for a state of the sources, beside the repository and never inside it. */
function builtPackage(): string {
  if (built) return built;
  const folder = join(tmpdir(), `plimsoll-built-${hashSources()}`);
  if (!fs.existsSync(folder)) {
    removeOlderBuilds();
    const draft = fs.mkdtempSync(join(tmpdir(), 'plimsoll-building-'));
    const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
    const args = [compiler, '-p', join(root, 'tsconfig.json'), '--outDir', join(draft, 'lib')];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (!fs.existsSync(join(draft, 'lib/cli/main.js')))
      throw new Error(`the sources do not compile (${status}):\n${stdout}`);
    fs.copyFileSync(join(root, 'package.json'), join(draft, 'package.json'));
    fs.symlinkSync(join(root, 'node_modules'), join(draft, 'node_modules'));
    fs.symlinkSync(join(root, 'engine'), join(draft, 'engine'));
    try {
      fs.renameSync(draft, folder);
    } catch {
      // Another test run was faster.
      fs.rmSync(draft, { recursive: true });
    }
  }
  built = fs.realpathSync(folder);
  return built;
}

/** Those of other states of the sources; one that is in use by another run is younger than this. */
function removeOlderBuilds(): void {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of fs.readdirSync(tmpdir()).filter((it) => it.startsWith('plimsoll-built-'))) {
    const folder = join(tmpdir(), name);
    if (fs.statSync(folder).mtimeMs < anHourAgo) fs.rmSync(folder, { recursive: true, force: true });
  }
}

function hashSources(): string {
  const hash = createHash('sha256').update(fs.readFileSync(join(root, 'package.json')));
  for (const entry of fs.readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    hash.update(file).update(fs.readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
