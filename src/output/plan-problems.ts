import type { Problem } from '../problems/problem';
import { byCodeUnit } from './output-path';
import { outputProblem } from './output-problem';
import { recordName } from './own-names';
import type { FoundObstacle } from './obstacles';
import type { OutputFolder } from './read-output-folder';

/** A record that cannot be trusted; `fault` says why. */
export function describeRecord(fault: string, folder: string): Problem {
  return outputProblem('PLM3005', {
    message:
      `\`${recordName}\` in \`${folder}\` says which files may be overwritten or deleted, ` +
      `and cannot be trusted: ${fault} Nothing was changed.`,
    file: recordName,
  });
}

/** A file that is to be deleted and was changed by hand. */
export function describeChangedAndStale(path: string, folder: string): Problem {
  return outputProblem('PLM3004', {
    message:
      `\`${path}\` in \`${folder}\` is not made any more and would be deleted, ` +
      'but it was changed by hand since it was written. Nothing was changed.',
    file: path,
    fix: 'Delete it yourself, or let `--force` delete it.',
  });
}

/** Names what nobody can decide about: files that a damaged record lists. They are left alone, and may be stale. */
export function describeStale(wanted: ReadonlyMap<string, unknown>, existing: OutputFolder): readonly Problem[] {
  return [...(existing.record?.files.keys() ?? [])]
    .filter((path) => !wanted.has(path) && existing.found.get(path)?.kind === 'file')
    .sort(byCodeUnit)
    .map((path) =>
      outputProblem('PLM3015', {
        message: `\`${path}\` in \`${existing.name}\` is not made any more, and stays because the record that names it is damaged.`,
        file: path,
      }),
    );
}

/** A file that is to be overwritten and is not as it was written; `written` is its hash in the record, if any. */
export function describeForeign(path: string, written: string | undefined, folder: string): Problem {
  return written === undefined
    ? outputProblem('PLM3003', {
        message: `\`${path}\` in \`${folder}\` is there with other content, and Plimsoll did not write it. Nothing was changed.`,
        file: path,
      })
    : outputProblem('PLM3004', {
        message: `\`${path}\` in \`${folder}\` was changed by hand since it was written. Nothing was changed.`,
        file: path,
      });
}

/** Something that is no plain file, and is not deleted first. */
export function describeObstacle(path: string, found: FoundObstacle, folder: string): Problem {
  const where =
    found.at === path ? `\`${path}\` in \`${folder}\`` : `\`${found.at}\` in \`${folder}\`, above \`${path}\`,`;
  switch (found.kind) {
    case 'link':
      return outputProblem('PLM3006', {
        message: `${where} is a symbolic link; files are written only to plain folders and files. Nothing was changed.`,
        file: path,
      });
    case 'blocked':
      return outputProblem('PLM3007', {
        message: `${where} is no folder, and one is needed. Nothing was changed.`,
        file: path,
      });
    case 'folder':
      return outputProblem('PLM3007', {
        message: `${where} is a folder, and a file is to be written. Nothing was changed.`,
        file: path,
      });
    case 'other':
      return outputProblem('PLM3007', {
        message: `${where} is a device, a pipe or a socket, and a file is to be written. Nothing was changed.`,
        file: path,
      });
  }
}
