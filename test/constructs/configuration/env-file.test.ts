import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseEnvFile } from '../../../src/constructs/configuration/env-file';
import { outside } from '../../../src/constructs/outside';
import { testWithKubectl } from '../../support/kubectl';
import { inTemporaryFolder } from '../../support/temporary-folder';
import { refusalOf } from '../synth-one';

const parse = (content: string | Uint8Array): object =>
  Object.fromEntries(parseEnvFile(outside('test'), 'app.env', Buffer.from(content as string)));

test('what comes after the first = is the value as it is', () => {
  expect(parse('A=1\nB="q" # no comment\nC= x=y \nD=\n')).toEqual({ A: '1', B: '"q" # no comment', C: ' x=y ', D: '' });
});

test('empty lines, comments, the byte order mark and the line ends of Windows say nothing', () => {
  expect(parse('\ufeffA=1\r\n\r\n  # B=2\n\t C=3')).toEqual({ A: '1', C: '3' });
});

test.each([
  [
    'A=1\nHOME\n',
    'test: props is "app.env", line 2: HOME without "="; allowed: NAME=value. To fix it, write HOME= for an empty value.',
  ],
  [
    '1A=1',
    'test: props is "app.env", line 1: the name "1A"; allowed: letters, digits, _, - and ., with no digit first. To fix it, write NAME=value, without `export` or spaces.',
  ],
  ['export A=1', 'line 1: the name "export A"'],
  ['A =1', 'line 1: the name "A "'],
  ['A=1\nA=2', 'line 2: a second A; allowed: each name once'],
  [new Uint8Array([0x41, 0x3d, 0xff]), '"app.env", which is no UTF-8'],
])('refuses %p', (content, message) => {
  expect(refusalOf(() => parse(content))).toContain(message);
});

testWithKubectl('reads every file as kubectl does, or both refuse it', () => {
  const piece = fc.constantFrom(
    'A',
    'B_1',
    'c.d',
    '=',
    '=',
    ' ',
    '\t',
    '"',
    '#',
    '\r',
    '\n',
    '\n',
    '\u00a0',
    '\ufeff',
    'ü',
    '1',
  );
  inTemporaryFolder((folder) => {
    const file = join(folder, 'app.env');
    const kubectl = (content: string): object | undefined => {
      writeFileSync(file, content);
      const args = ['create', 'configmap', 'x', `--from-env-file=${file}`, '--dry-run=client', '-o', 'json'];
      try {
        // No variable of the environment has a name that the pieces can make.
        const text = execFileSync('kubectl', args, { encoding: 'utf8', stdio: 'pipe' });
        return (JSON.parse(text) as { readonly data?: object }).data ?? {};
      } catch {
        return undefined;
      }
    };
    const ours = (content: string): object | undefined => {
      try {
        return parse(content);
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        // A name without `=` is the one thing that we refuse and kubectl takes from its environment.
        const content = pieces.join('').replace(/^[^=\n]*[A-Za-z][^=\n]*$/gm, '#$&');
        expect(ours(content)).toEqual(kubectl(content));
      }),
      { numRuns: 60, seed: 2027 },
    );
  });
});
