import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findFiles } from '../../src/reading/find-files';
import { globExpression } from '../../src/reading/glob';
import { inTemporaryFolder } from '../support/temporary-folder';

const paths = [
  'k8s/b.yaml',
  'k8s/a.yml',
  'k8s/deep/c.json',
  'k8s/notes.md',
  'k8s/.git/d.yaml',
  'k8s/node_modules/e.yaml',
  'f[1].yaml',
];

function find(names: readonly string[]): readonly [readonly string[], readonly string[]] {
  return inTemporaryFolder((folder) => {
    for (const path of paths) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    symlinkSync('..', join(folder, 'k8s/deep/circle'));
    symlinkSync('../b.yaml', join(folder, 'k8s/deep/link.yaml'));
    symlinkSync('nowhere', join(folder, 'k8s/.#lock.yaml'));
    const { files, missing } = findFiles(names, folder);
    return [files.map((file) => relative(folder, file)), missing.map(({ name, reason }) => `${name}: ${reason}`)];
  });
}

test.each([
  ['a file, whatever it is called', ['k8s/notes.md'], ['k8s/notes.md']],
  ['a folder', ['k8s'], ['k8s/a.yml', 'k8s/b.yaml', 'k8s/deep/c.json', 'k8s/deep/link.yaml']],
  ['a pattern', ['k8s/*.y{a,}ml'], ['k8s/a.yml', 'k8s/b.yaml']],
  ['a pattern across folders', ['**/*.json'], ['k8s/deep/c.json']],
  ['a file whose name looks like a pattern', ['f[1].yaml'], ['f[1].yaml']],
  ['names that overlap', ['k8s/b.yaml', './k8s'], ['k8s/b.yaml', 'k8s/a.yml', 'k8s/deep/c.json', 'k8s/deep/link.yaml']],
])('finds %s', (_title, names, expected) => {
  expect(find(names)).toEqual([expected, []]);
});

test('says which files in a folder cannot be read, and finds the others', () => {
  inTemporaryFolder((folder) => {
    mkdirSync(join(folder, 'k8s'));
    writeFileSync(join(folder, 'k8s/z.yaml'), '');
    symlinkSync('a.yaml', join(folder, 'k8s/a.yaml'));
    symlinkSync('nowhere', join(folder, 'k8s/b.yaml'));
    expect(findFiles(['k8s'], folder)).toEqual({
      files: [join(folder, 'k8s/z.yaml')],
      missing: [
        { name: 'k8s/a.yaml', reason: 'ELOOP' },
        { name: 'k8s/b.yaml', reason: 'the link leads nowhere' },
      ],
    });
  });
});

test('says what is not there', () => {
  const [files, missing] = find(['k8s/b.yaml', 'nothing', '*.toml']);
  expect(files).toEqual(['k8s/b.yaml']);
  expect(missing).toEqual(['nothing: there is no such file or folder', '*.toml: nothing matches the pattern']);
});

test.each([
  ['*.yaml', 'a.yaml', true],
  ['*.yaml', 'a/b.yaml', false],
  ['**/*.yaml', 'b.yaml', true],
  ['a/**', 'a/b/c', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[ab].x', 'b.x', true],
  ['[!ab].x', 'b.x', false],
  ['{a,b{c,d}}', 'bd', true],
  ['a+(b)', 'aab', false],
])('the pattern %s takes %s: %s', (pattern, path, expected) => {
  expect(globExpression(pattern).test(path)).toBe(expected);
});
