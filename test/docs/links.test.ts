import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from '../support/compiled';
import { headingsOf, linksIn } from './markdown-links';

const read = (path: string): string => readFileSync(join(project, path), 'utf8');

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path))
    .sort();
}

const pages = markdownIn('docs');
const others = readdirSync(project).filter((path) => path.endsWith('.md'));

describe('links', () => {
  test.each([...others, 'src/README.md', 'engine/README.md', ...markdownIn('bench'), ...pages])(
    'of %s lead somewhere',
    (page) => {
      const lost = linksIn(read(page)).filter(({ heading, path }) => {
        const target = path === '' ? page : join(dirname(page), path);
        if (!existsSync(join(project, target))) return true;
        return (
          heading !== undefined &&
          statSync(join(project, target)).isFile() &&
          !headingsOf(read(target)).includes(heading)
        );
      });
      expect(lost).toEqual([]);
    },
  );

  test('lead to every page of docs/, from docs/README.md or from the README.md beside the page', () => {
    const listed = new Set(
      pages
        .filter((page) => page.endsWith('/README.md'))
        .flatMap((list) => linksIn(read(list)).map(({ path }) => join(dirname(list), path))),
    );
    expect(pages.filter((page) => page !== 'docs/README.md' && !listed.has(page))).toEqual([]);
  });

  test('are not what stands in code', () => {
    const page = 'See [a](a.md#one), [b](https://example.com), `[c](c.md)`.\n\n```ts\nconst d = ["d"](e.md);\n```\n';
    expect(linksIn(page)).toEqual([{ path: 'a.md', heading: 'one' }]);
  });

  test('name headings as GitHub does', () => {
    expect(headingsOf('# `Job` and [`Pod`](pod.md)\n\n## What is it?\n\n## What is it?\n')).toEqual([
      'job-and-pod',
      'what-is-it',
      'what-is-it-1',
    ]);
  });
});
