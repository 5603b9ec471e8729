import type { ProblemCode } from '../problems/catalogue';
import { problemCatalogue } from '../problems/catalogue';
import type { Problem, ProblemDetails } from '../problems/problem';
import { systemCode } from './disk';

/** A problem with the severity its code has. */
export function outputProblem(code: ProblemCode, details: ProblemDetails): Problem {
  return { code, severity: problemCatalogue[code].severity, ...details };
}

/** What the operating system refused, thrown inside this folder only: its functions return it as a problem. */
export class DiskFault extends Error {
  /**
   * @param target the file concerned, relative to the output folder; `` for the folder itself
   * @param cause what `node:fs` threw
   */
  constructor(
    readonly target: string,
    cause: unknown,
  ) {
    super('the operating system refused', { cause });
  }
}

/**
 * Runs one step on the disk and says which file it was about should it fail.
 *
 * @throws DiskFault for an error of the operating system; any other error as it is
 */
export function onDisk<Result>(target: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw systemCode(error) === undefined ? error : new DiskFault(target, error);
  }
}

/**
 * Turns a fault into the problem to show.
 *
 * @param fault what was caught
 * @param folder the output folder, as the user named it
 * @param consequence what the fault means for the files, as a sentence
 * @throws the fault itself when it is not a `DiskFault`
 */
export function faultProblem(fault: unknown, folder: string, consequence: string): Problem {
  if (!(fault instanceof DiskFault)) throw fault;
  const code = systemCode(fault.cause) ?? 'unknown';
  const where = fault.target === '' ? `The output folder \`${folder}\`` : `\`${fault.target}\` in \`${folder}\``;
  const details = fault.target === '' ? {} : { file: fault.target };
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return outputProblem('PLM3010', {
        ...details,
        message: `${where} may not be written to (${code}). ${consequence}`,
      });
    case 'EROFS':
      return outputProblem('PLM3010', {
        ...details,
        message: `${where} is on a read-only disk (${code}). ${consequence}`,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return outputProblem('PLM3011', {
        ...details,
        message: `${where} does not fit: no space is left on its disk, or the quota is used up (${code}). ${consequence}`,
      });
    case 'ENOTDIR':
      return outputProblem('PLM3008', {
        ...details,
        message: `${where} lies below something that is no folder (${code}). ${consequence}`,
      });
    default:
      return outputProblem('PLM3012', {
        ...details,
        message: `${where}: the operating system answered ${code} to \`${describeCall(fault.cause)}\`. ${consequence}`,
      });
  }
}

function describeCall(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).syscall ?? 'a call';
}
