import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../support/compiled';

/** What a table says, and the program below it. */
interface Section {
  readonly title: string;
  /** Pieces of code in the right column. Commands are not code. */
  readonly pieces: readonly string[];
  readonly rows: number;
  readonly sample: string;
}

function sectionsOf(page: string): readonly Section[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const rows = [...text.matchAll(/^\| (.+) \| (.+) \|$/gm)].slice(1).map(([, , right = '']) => right);
      const pieces = rows.flatMap((right) => [...right.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
      return {
        title: text.split('\n')[0]!,
        pieces: pieces.filter((code) => !code.startsWith('npx ')),
        rows: rows.length,
        sample: /^```ts\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? '',
      };
    });
}

/** Whatever way it is laid out. */
const tight = (code: string): string => code.replace(/\s+/g, '').replace(/,(?=[\])}])/g, '');

describe('docs/from-other-tools.md', () => {
  const sections = sectionsOf(readFileSync(join(project, 'docs/from-other-tools.md'), 'utf8'));

  test('has a table for every tool', () => {
    expect(sections.map(({ title }) => title)).toEqual(['Helm', 'kustomize', 'cdk8s-plus', 'Plain YAML']);
    expect(Math.min(...sections.map(({ rows }) => rows))).toBeGreaterThan(5);
  });

  // The programs themselves are compiled and run by samples.test.ts.
  test.each(sections.map((section) => [section.title, section] as const))(
    'every piece of code for %s is part of the program below',
    (_title, { pieces, sample }) => {
      const program = tight(sample);
      expect(pieces.filter((code) => !program.includes(tight(code)))).toEqual([]);
    },
  );
});
