import * as fc from 'fast-check';
import { codeFrame } from '../../src/report/code-frame';
import { plainStyles } from '../../src/report/styles';

const frame = (text: string, line: number, column: number): string =>
  codeFrame(text, { file: 'x', line, column }, plainStyles).join('\n');

describe('a code frame', () => {
  test('shows a line with those around it, and a caret', () => {
    expect(frame('a\nb = 1\nc\nd', 2, 5)).toBe('1 | a\n2 | b = 1\n  |     ^\n3 | c');
  });

  test('lines numbers up', () => {
    expect(frame(`${'\n'.repeat(8)}nine\nten`, 10, 1)).toBe(' 9 | nine\n10 | ten\n   | ^');
  });

  test('leaves out empty lines around', () => {
    expect(frame('a\n\nb', 1, 1)).toBe('1 | a\n  | ^');
  });

  test('keeps tabs, and gives wide characters two columns', () => {
    expect(frame('\tx', 1, 2)).toBe('1 | \tx\n  | \t^');
    expect(frame('名前 = x', 1, 6)).toBe('1 | 名前 = x\n  |        ^');
  });

  test('cuts long lines around the column', () => {
    const shown = frame(`${'a'.repeat(500)}!${'b'.repeat(500)}`, 1, 501).split('\n');
    expect(shown[0]).toHaveLength(4 + 110);
    expect(shown[0][shown[1].indexOf('^')]).toBe('!');
  });

  test('is empty when the place is not in the file', () => {
    expect(frame('a', 2, 1)).toBe('');
    expect(frame('a', 0, 1)).toBe('');
  });

  test('puts the caret under the character, whatever the text', () => {
    const letter = fc.constantFrom('a', 'b', ' ', '(', "'", '.');
    const property = fc.property(fc.array(letter, { minLength: 1, maxLength: 300 }), fc.nat(), (letters, seed) => {
      const line = `x${letters.join('')}x`;
      const column = (seed % line.length) + 1;
      const [text, caret] = codeFrame(line, { file: '', line: 1, column }, plainStyles);
      expect(text[caret.indexOf('^')] ?? ' ').toBe(line[column - 1]);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});
