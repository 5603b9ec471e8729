import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a tool has against an object. */
export interface Finding {
  readonly tool: 'kube-score' | 'checkov';
  /** Id of the rule. */
  readonly rule: string;
  /** Kind and name of the object. */
  readonly object: string;
}

/** What came of one run of one tool on one file. */
export interface Score {
  /** How many objects the tool says it has looked at; the exit codes say nothing. */
  readonly objects: number;
  readonly findings: readonly Finding[];
}

/** The folder of the tools, if they are not in PATH. */
const { PLIMSOLL_LINTERS: folder, PATH = '' } = process.env;

/** Where a tool is; `undefined` when it is nowhere. */
export function findTool(name: string): string | undefined {
  const folders = [
    ...(folder ? [folder, join(folder, 'bin'), join(folder, 'venv/bin')] : []),
    ...PATH.split(delimiter),
  ];
  return folders.map((one) => join(one, name)).find((path) => existsSync(path));
}

/** What a tool prints, whatever its exit code: that of most says nothing of what they found. */
export function outputOf(tool: string, args: readonly string[]): string {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr, status } = error as { stdout?: string; stderr?: string; status?: number | null };
    if (typeof status !== 'number') throw error;
    return stdout || stderr || '';
  }
}

interface KubeScoreObject {
  readonly object_name: string;
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
  }[];
}

/** The grade of kube-score for which it has nothing to say. */
const allOk = 10;

/**
 * What kube-score has against a file.
 *
 * @throws {Error} when it could not read the file: it prints no JSON then
 */
export function kubeScore(tool: string, file: string): Score {
  const output = outputOf(tool, ['score', '--kubernetes-version', 'v1.27', '-o', 'json', file]);
  let objects: readonly KubeScoreObject[];
  try {
    // Where there is no object of a kind that it knows, it prints `null`.
    objects = (JSON.parse(output) as readonly KubeScoreObject[] | null) ?? [];
  } catch (error) {
    throw new Error(`kube-score could not read ${file}: ${output.split('\n')[0]}`, { cause: error });
  }
  const findings = objects.flatMap(({ checks, object_meta, type_meta }) =>
    checks
      .filter(({ grade, skipped }) => !skipped && grade < allOk)
      .map(({ check }): Finding => ({
        tool: 'kube-score',
        rule: check.id,
        object: `${type_meta.kind}/${object_meta.name}`,
      })),
  );
  return { objects: objects.length, findings };
}

interface CheckovReport {
  readonly objects: number;
  readonly failed: readonly { readonly rule: string; readonly resource: string }[];
}

/**
 * What checkov has against files, each looked at for itself: one file's NetworkPolicy would hide its absence elsewhere. In one
 * process, because it takes seconds to load.
 */
export function checkov(tool: string, files: readonly string[]): readonly Score[] {
  // The command is a script of the Python that has the package.
  const python = /^#!(\S+)/.exec(readFileSync(tool, 'utf8'))?.[1] ?? 'python3';
  const output = outputOf(python, [join(__dirname, 'many-files.py'), ...files]);
  let reports: readonly CheckovReport[];
  try {
    reports = JSON.parse(output) as readonly CheckovReport[];
  } catch (error) {
    throw new Error(`checkov could not read the files: ${output}`, { cause: error });
  }
  return reports.map(({ objects, failed }) => {
    const findings = failed.map(({ rule, resource }): Finding => {
      const [kind, , ...name] = resource.split('.');
      return { tool: 'checkov', rule, object: `${kind}/${name.join('.')}` };
    });
    return { objects, findings };
  });
}

/** What a tool says of its version. */
export function versionOf(tool: string): string {
  return outputOf(tool, ['--version']).trim();
}
