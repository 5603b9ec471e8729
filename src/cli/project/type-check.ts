import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Problem } from '../../problems/problem';
import { load } from '../load';
import { problem } from '../problem';
import { findCompilers } from './compiler';
import type { Compiler } from './compiler';

/** A check of the project's types that is under way. */
export interface TypeCheck {
  /** What it finds; none when all types are right. */
  readonly problems: Promise<readonly Problem[]>;
  /** Ends it early: nobody wants to know any more. */
  stop(): void;
}

/**
 * Begins to check the types of a project, in another process and at the same time as everything else.
 *
 * @param tsconfig the project's tsconfig.json, an absolute path
 * @returns undefined when the project has no compiler
 */
export function startTypeCheck(tsconfig: string): TypeCheck | undefined {
  const compilers = findCompilers(dirname(tsconfig));
  if (compilers.length === 0) return undefined;
  let running: ChildProcess | undefined;
  let isStopped = false;
  const check = async ([compiler, ...others]: readonly Compiler[]): Promise<readonly Problem[]> => {
    const outcome = await compile(compiler, tsconfig, (child) => (running = child));
    if (isStopped) return [];
    // A newer compiler may refuse options that the project's main one still takes; that is no fault of the code.
    const next = others.length > 0 && outcome.refusesConfiguration ? await check(others) : undefined;
    return next ?? outcome.problems;
  };
  return {
    problems: check(compilers),
    stop: () => {
      isStopped = true;
      running?.kill();
    },
  };
}

interface Outcome {
  readonly problems: readonly Problem[];
  readonly refusesConfiguration: boolean;
}

function compile(compiler: Compiler, tsconfig: string, started: (child: ChildProcess) => void): Promise<Outcome> {
  const { spawn } = load('node:child_process') as typeof import('node:child_process');
  // The app runs at the same time: with two processors there is none left for more threads, which cost 20 % in all.
  const threads = compiler.isNative && availableParallelism() <= 2 ? ['--singleThreaded'] : [];
  const args = [...compiler.args, '--noEmit', '--pretty', 'false', ...threads, '-p', tsconfig];
  const folder = dirname(tsconfig);
  return new Promise((settle) => {
    const fail = (reason: string): void =>
      settle({ problems: [describeFault(compiler, reason)], refusesConfiguration: false });
    // The native compiler is a Go program: collecting garbage less often takes a quarter off its time.
    const env = { GOGC: '400', GOMEMLIMIT: '2GiB', ...process.env };
    const child = spawn(compiler.program, args, {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    started(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    }
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => {
      if (code === 0) return settle({ problems: [], refusesConfiguration: false });
      const found = readDiagnostics(text, folder);
      if (found.length === 0) return fail(text.trim() || `it ended with ${signal ?? `exit code ${code}`}`);
      settle({ problems: found.map((it) => it.problem), refusesConfiguration: found.every((it) => it.isOption) });
    });
  });
}

/** Reads what the compiler prints with `--pretty false`: one line for each error, and indented ones that explain it. */
export function readDiagnostics(
  text: string,
  folder: string,
): readonly { readonly problem: Problem; readonly isOption: boolean }[] {
  const line = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS(\d+)): (.*(?:\n[ \t]+.*)*)/gm;
  return [...text.replace(/\r\n/g, '\n').matchAll(line)].map(([, file, row, column, code, number, message]) => {
    const source = file && { file: resolve(folder, file), line: Number(row), column: Number(column) };
    const details = { message: `${message.trimEnd()} (${code})`, ...(source && { source }) };
    // TS5xxx: the compiler's options and configuration file.
    return { problem: problem('PLM4020', details), isOption: number.length === 4 && number.startsWith('5') };
  });
}

function describeFault(compiler: Compiler, reason: string): Problem {
  if (compiler.isBroken) {
    const platform = `${process.platform}-${process.arch}`;
    return problem('PLM4021', {
      message: `${compiler.title} lacks its program for ${platform}: optional dependencies were left out.`,
      fix: 'Install it with `npm install --include=optional`; `--no-typecheck` synthesizes without checking types.',
    });
  }
  return problem('PLM4021', { message: `${compiler.title} failed: ${reason}.` });
}
