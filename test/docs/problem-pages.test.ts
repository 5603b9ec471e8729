import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemPages } from './problem-pages';

describe('docs/problems', () => {
  const folder = join(__dirname, '../../docs/problems');
  const pages = problemPages();

  test('has a page for every code, and a list of them', () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  test.each([...pages])('%s says what the catalogue and the examples say', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});
