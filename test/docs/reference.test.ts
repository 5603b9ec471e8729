import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentedExports, referencePages, undocumented } from './reference/reference-pages';

describe('docs/reference', () => {
  const folder = join(__dirname, '../../docs/reference');
  const exports = documentedExports();
  const pages = referencePages(exports);

  test('everything that the package exports has a doc comment, and so has each of its members', () => {
    expect(undocumented(exports)).toEqual([]);
  });

  test('has a page for every family, and a list of them', () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  test('names that differ in their case alone have links of their own', () => {
    const [, ...links] = [...pages.get('README.md')!.matchAll(/\]\(([a-z]+\.md#[^)]+)\)/g)].map(
      ([, link = '']) => link,
    );
    expect(links.length).toBeGreaterThan(exports.length / 2);
    expect(new Set(links).size).toBe(links.length);
  });

  test('a property is shown with its type, its default and the types it leads to', () => {
    expect(pages.get('shared.md')).toContain(
      "| `profile` | `Profile` | `'restricted'` | Security defaults of every Pod",
    );
    expect(pages.get('pods.md')).toContain(
      '| `image` | `string` | required | Image with tag or digest, such as `nginx:1.27`. |',
    );
    expect(pages.get('pods.md')).toContain('See [WritablePath](pods.md#writablepath).');
  });

  test('a function is shown with what it throws, where to read on and an example', () => {
    const cron = pages
      .get('jobs.md')!
      .split(/^## /m)
      .find((section) => section.startsWith('cron\n'))!;
    expect(cron).toContain('function daily(times: Daily): CronText');
    expect(cron).toContain('Throws `PropsError` for a minute or hour that is none.');
    expect(cron).toContain('(https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax)');
    expect(cron).toContain('cron.every({ minutes: 15 });');
  });

  test('what a class inherits from a base that is not exported is shown with it', () => {
    const web = pages
      .get('workloads.md')!
      .split(/^## /m)
      .find((section) => section.startsWith('WebDeployment\n'))!;
    expect(web).toContain('| `selectorLabels` | `Labels` | Labels by which its Pods are found.');
    expect(web).not.toContain('context');
  });

  // Made by `npx tsx test/docs/write-reference.ts`.
  test.each([...pages])('%s says what the doc comments say', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});
