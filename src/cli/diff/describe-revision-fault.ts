import { execFileSync } from 'node:child_process';
import type { Problem } from '../../problems/problem';
import { problem } from '../problem';

/** Why the former output cannot be read from a revision, and what to do about it. */
export function describeRevisionFault(revision: string, folder: string, { message }: Error, other = 'folder'): Problem {
  const text = `\`--against ${revision}\` is neither a ${other} nor a revision that Git knows: ${message}.`;
  const isShallow = ask(folder, '--is-shallow-repository') === 'true';
  if (!isShallow)
    return problem('PLM6006', {
      message: text,
      fix: `Name a ${other}, or a branch, tag or commit that \`git log\` shows.`,
    });
  return problem('PLM6006', {
    message: `${text.slice(0, -1)} (this is a shallow clone).`,
    fix: 'Fetch the history first: `git fetch --unshallow`, or `fetch-depth: 0` of actions/checkout.',
  });
}

function ask(folder: string, question: string): string {
  try {
    return execFileSync('git', ['rev-parse', question], { cwd: folder, stdio: 'pipe' }).toString().trim();
  } catch {
    return '';
  }
}
