import type { Problem } from '../problems/problem';
import type { OutputFile } from './output-file';
import { findPathFault, folderOf, foldersAbove, foldPath } from './output-path';
import { outputProblem } from './output-problem';

/** Finds paths that are not safe, and paths that are one and the same on some file system. */
export function checkPaths(files: readonly OutputFile[]): readonly Problem[] {
  return [...files.flatMap((file) => checkPath(file.path)), ...findCollisions(files.map((file) => file.path))];
}

function checkPath(path: string): readonly Problem[] {
  const fault = findPathFault(path);
  // Quoted as JSON: the path may hold control characters, which a terminal would obey.
  return fault === undefined
    ? []
    : [outputProblem('PLM3001', { message: `The file name ${JSON.stringify(path)} ${fault}.` })];
}

function findCollisions(paths: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const folders = new Map<string, { readonly folder: string; readonly path: string }>();
  for (const path of paths) {
    const folded = foldPath(path);
    const other = files.get(folded);
    if (other !== undefined) problems.push(describeTwins(other, path));
    else files.set(folded, path);
  }
  for (const path of files.values()) {
    for (const folder of foldersAbove(path)) {
      const folded = foldPath(folder);
      const file = files.get(folded);
      const other = folders.get(folded) ?? { folder, path };
      folders.set(folded, other);
      if (file !== undefined) problems.push(describeFileAndFolder(file, path));
      if (other.folder !== folder) problems.push(describeFolders(other, { folder, path }));
    }
  }
  return problems;
}

function describeTwins(first: string, second: string): Problem {
  const message =
    first === second
      ? `Two files are called \`${first}\`.`
      : `The files \`${first}\` and \`${second}\` are one file where case and accents do not count (Windows, macOS).`;
  return outputProblem('PLM3002', { message, file: second });
}

function describeFileAndFolder(file: string, path: string): Problem {
  return outputProblem('PLM3002', {
    message: `The file \`${file}\` has the name of a folder that the file \`${path}\` needs.`,
    file,
  });
}

function describeFolders(
  first: { readonly folder: string; readonly path: string },
  second: { readonly folder: string; readonly path: string },
): Problem {
  return outputProblem('PLM3002', {
    message:
      `The folders \`${first.folder}\` (of \`${first.path}\`) and \`${second.folder}\` (of \`${second.path}\`) ` +
      'are one folder where case and accents do not count (Windows, macOS).',
    file: second.path,
    fix: `Write \`${folderOf(second.path)}\` as \`${first.folder}\`.`,
  });
}
