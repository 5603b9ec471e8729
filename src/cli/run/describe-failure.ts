import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { inspect } from 'node:util';
import type { Problem, SourcePosition } from '../../problems/problem';
import type { PropsError } from '../../problems/props-error';
import { sentence } from '../../problems/sentence';
import { load } from '../load';
import { TransformError } from '../loader/transform';
import { problem } from '../problem';
import { LineIndex } from '../../reading/line-index';

type StackFrames = typeof import('../../manifest/stack-frames');

/** Turns whatever an app threw into problems: what happened, and where in the user's code. */
export function describeFailure(thrown: unknown): readonly Problem[] {
  if (hasProblems(thrown)) return thrown.problems;
  if (thrown instanceof TransformError) {
    const source = positionAt(thrown.file, thrown.offset);
    return [problem('PLM4013', { message: sentence(thrown.message), ...(source && { source }) })];
  }
  if (!isError(thrown)) return [problem('PLM4010', { message: `The app threw ${inspect(thrown)}.` })];
  if (thrown.code === 'MODULE_NOT_FOUND' || thrown.code === 'ERR_MODULE_NOT_FOUND') return [describeMissing(thrown)];
  if (thrown instanceof SyntaxError) {
    const source = syntaxErrorPosition(thrown) ?? locate(thrown);
    return [problem('PLM4013', { message: sentence(thrown.message), ...(source && { source }) })];
  }
  const source = locate(thrown);
  if (isPropsError(thrown)) return [describeProps(thrown, source)];
  return [problem('PLM4010', { message: describeError(thrown), ...(source && { source }) })];
}

/** Told by its name: another copy of the library may have made it. */
function isPropsError(error: Error): error is PropsError {
  return error.name === 'PropsError' && typeof (error as Partial<PropsError>).flaw?.fix === 'string';
}

function describeProps({ construct, flaw, prop }: PropsError, source: SourcePosition | undefined): Problem {
  const fix = sentence(flaw.fix.charAt(0).toUpperCase() + flaw.fix.slice(1));
  const message = `\`${prop}\` is ${flaw.found}; allowed: ${flaw.allowed}`;
  return problem('PLM1005', { message: sentence(message), construct, fix, ...(source && { source }) });
}

function describeError(error: Error): string {
  const own = `${error.name === 'Error' ? '' : `${error.name}: `}${error.message || 'an error without a message'}`;
  const { cause } = error;
  return cause instanceof Error && !own.includes(cause.message) ? `${own}\ncaused by ${describeError(cause)}` : own;
}

/** Node says which module is missing in words, and by which file it was asked for in another place each time. */
function describeMissing(error: NodeError): Problem {
  const name = /Cannot find (?:module|package) '([^']+)'/.exec(error.message)?.[1] ?? error.message.split('\n')[0];
  const importer = error.requireStack?.[0] ?? /imported from (.+?)$/m.exec(error.message)?.[1];
  const source = importer ? (findText(importer, name) ?? locate(error)) : locate(error);
  const isPath = /^(?:\.|\/|[A-Za-z]:)/.test(name);
  return problem('PLM4012', {
    message: `\`${name}\` cannot be found${isPath ? '' : ' in any node_modules folder'}.`,
    fix: isPath
      ? 'Correct the path, or restore the file.'
      : `Run \`npm install ${packageOf(name)}\`, or correct the name.`,
    ...(source && { source }),
  });
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Where a file first mentions a module; the last part of the path is enough, since Node may name it in full. */
function findText(file: string, module: string): SourcePosition | undefined {
  const text = readText(file);
  if (text === undefined) return undefined;
  const name = module.slice(module.lastIndexOf('/', module.startsWith('/') ? undefined : -1) + 1);
  const offset = text.search(new RegExp(`['"][^'"\\n]*${name.replace(/[^\w@-]/g, '\\$&')}(?:\\.\\w+)?['"]`));
  return offset < 0 ? undefined : { file, ...new LineIndex(text).positionOf(offset) };
}

/** For its own syntax errors Node puts `file:line` on top of the stack, and a caret under the place. */
function syntaxErrorPosition(error: Error): SourcePosition | undefined {
  const match = /^(?:file:\/\/)?(\/.+?|[A-Za-z]:.+?):(\d+)\n.*\n( *)\^/.exec(error.stack ?? '');
  return match ? { file: match[1], line: Number(match[2]), column: match[3].length + 1 } : undefined;
}

function locate(error: Error): SourcePosition | undefined {
  const { locateFrame } = load('../manifest/stack-frames') as StackFrames;
  const found = locateFrame(error.stack ?? '');
  // A frame in a dependency says nothing to the user, and code without a file (`node -e`) has no lines to show.
  return found && isAbsolute(found.file) && !/[\\/]node_modules[\\/]/.test(found.file) ? found : undefined;
}

function positionAt(file: string, offset: number): SourcePosition | undefined {
  const text = readText(file);
  return text === undefined ? undefined : { file, ...new LineIndex(text).positionOf(offset) };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

interface NodeError extends Error {
  readonly code?: string;
  readonly requireStack?: readonly string[];
}

function isError(thrown: unknown): thrown is NodeError {
  return thrown instanceof Error;
}

/** The library's own errors carry their problems with them; another copy of the library may have made them. */
function hasProblems(thrown: unknown): thrown is { readonly problems: readonly Problem[] } {
  const problems = (thrown as { readonly problems?: unknown } | null | undefined)?.problems;
  const isProblem = (it: unknown): boolean => /^PLM\d{4}$/.test(String((it as Partial<Problem> | null)?.code));
  return isError(thrown) && Array.isArray(problems) && problems.length > 0 && problems.every(isProblem);
}
