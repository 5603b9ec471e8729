import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A TypeScript compiler that the project has installed. */
export interface Compiler {
  /** Name and version, such as `typescript 7.0.2`. */
  readonly title: string;
  readonly isNative: boolean;
  /** Whether it is native and its program, an optional dependency for each platform, is not there. */
  readonly isBroken: boolean;
  /** What starts it: its own executable where there is one, since starting Node just to start that costs 40 ms. */
  readonly program: string;
  readonly args: readonly string[];
}

interface CompilerPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** What its command runs, relative to the folder. */
  readonly script: string;
  /** Packages that it does without where there is no such platform. */
  readonly optional: readonly string[];
}

/** The packages that hold a compiler: TypeScript itself, an alias for its native version beside an older one, previews. */
const packages = ['typescript', '@typescript/native', '@typescript/native-preview'] as const;

/** All compilers that a project can use, the best one first: complete before broken, native before JavaScript, then the newest. */
export function findCompilers(projectFolder: string): readonly Compiler[] {
  return packages
    .map((name) => findPackage(name, projectFolder))
    .filter((found): found is CompilerPackage => found !== undefined)
    .map((found) => ({ found, compiler: describeCompiler(found) }))
    .sort(
      (left, right) =>
        Number(left.compiler.isBroken) - Number(right.compiler.isBroken) ||
        Number(right.compiler.isNative) - Number(left.compiler.isNative) ||
        compareVersions(right.found.version, left.found.version),
    )
    .map(({ compiler }) => compiler);
}

function findPackage(name: string, from: string): CompilerPackage | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return readPackage(realpathSync(found));
    if (folder === dirname(folder)) return undefined;
  }
}

function readPackage(folder: string): CompilerPackage {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { bin = {}, name, optionalDependencies = {}, version } = JSON.parse(text) as PackageJson;
  // The command is `tsc`; `tsgo` in previews, `tsc6` where a version lives beside another.
  const [, script] = Object.entries(bin).find(([command]) => /^ts(?:c|go)/.test(command)) ?? [];
  return { folder, name, version, script: script ?? 'bin/tsc', optional: Object.keys(optionalDependencies) };
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function describeCompiler({ folder, name, optional, script, version }: CompilerPackage): Compiler {
  const isNative = Number(version.split('.')[0]) >= 7;
  const title = `${name} ${version}`;
  const executable = isNative ? findExecutable(folder, name) : undefined;
  if (executable) return { title, isNative, isBroken: false, program: executable, args: [] };
  const isBroken = isNative && optional.some((it) => it.endsWith(`-${process.platform}-${process.arch}`));
  return { title, isNative, isBroken, program: process.execPath, args: [join(folder, script)] };
}

/** The native compiler comes in a package for each platform, beside the one that all platforms share. */
function findExecutable(folder: string, name: string): string | undefined {
  const base = name.slice(name.indexOf('/') + 1);
  try {
    const find = createRequire(join(folder, 'package.json'));
    const home = dirname(find.resolve(`@typescript/${base}-${process.platform}-${process.arch}/package.json`));
    const suffix = process.platform === 'win32' ? '.exe' : '';
    return ['tsc', 'tsgo'].map((it) => join(home, 'lib', it + suffix)).find(existsSync);
  } catch {
    return undefined;
  }
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(/[.-]/).map(Number));
  for (let index = 0; index < 3; index += 1) if (a[index] !== b[index]) return (a[index] || 0) - (b[index] || 0);
  // A preview (`7.1.0-dev.1`) comes before the release of its number.
  return Number(right.includes('-')) - Number(left.includes('-'));
}
