import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { noRepository, readCommittedOutput, readFormerOutput } from '../../src/reading/committed-output';
import { readRevision } from '../../src/reading/revision';
import { inTemporaryFolder } from '../support/temporary-folder';

function git(folder: string, args: readonly string[], input: string | Uint8Array = ''): string {
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, input, stdio: 'pipe' })
    .toString()
    .trim();
}

/** Puts files under Git. */
function commit(folder: string, files: Readonly<Record<string, string>>): void {
  git(folder, ['init', '-q']);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, ['add', '.']);
  git(folder, ['commit', '-q', '-m', 'first']);
}

describe('what was committed of an output folder', () => {
  test('is found from below the root of the repository, whether the folder is there or not', () => {
    inTemporaryFolder((folder) => {
      const files = { 'dist/a.yaml': 'root', 'apps/web/dist/a.yaml': 'a', 'apps/web/dist/b/c.yml': 'c' };
      commit(folder, { ...files, 'apps/web/dist/.plimsoll': 'record', 'apps/web/dist/notes.md': 'no manifest' });
      const output = join(folder, 'apps/web/dist');
      const expected = [
        { path: '.plimsoll', text: 'record' },
        { path: 'a.yaml', text: 'a' },
        { path: 'b/c.yml', text: 'c' },
      ];
      expect(readFormerOutput(output)).toEqual({ replaces: output });
      expect(readCommittedOutput(output)).toEqual({ files: expected });
      rmSync(join(folder, 'apps'), { recursive: true });
      expect(readFormerOutput(output)).toEqual({ replaces: expected });
      mkdirSync(output, { recursive: true });
      expect(readFormerOutput(output)).toEqual({ replaces: expected });
    });
  });

  test('is nothing before the first commit, and not known without a repository', () => {
    inTemporaryFolder((folder) => {
      const output = join(folder, 'dist');
      expect(readFormerOutput(output)).toEqual({ fault: noRepository });
      git(folder, ['init', '-q']);
      expect(readFormerOutput(output)).toEqual({ replaces: [] });
      expect(readCommittedOutput(output, 'main')).toEqual({ files: [], fault: expect.any(String) as unknown });
      mkdirSync(join(folder, 'other/.git'), { recursive: true });
      expect(readCommittedOutput(join(folder, 'other/dist')).files).toEqual([]);
    });
  });

  test('never leads out of the folder, whatever a repository was made to hold', () => {
    inTemporaryFolder((folder) => {
      commit(folder, { 'dist/a.yaml': 'a' });
      const blob = git(folder, ['hash-object', '-w', '--stdin'], 'evil');
      const entry = (mode: string, name: string, object: string): Buffer =>
        Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(object, 'hex')]);
      const write = (content: Buffer): string =>
        git(folder, ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], content);
      const outside = write(entry('40000', '..', write(entry('100644', 'evil.yaml', blob))));
      const root = write(entry('40000', 'dist', write(entry('40000', '..', outside))));
      const evil = git(folder, ['commit-tree', '-m', 'evil', root]);
      expect(git(folder, ['ls-tree', '-r', evil])).toContain('dist/../../evil.yaml');
      expect(readRevision(evil, folder, [join(folder, 'dist')])).toEqual([]);
    });
  });
});
