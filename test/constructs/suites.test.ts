import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const read = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

/** The classes that are made in a scope. */
const constructs = read(join(__dirname, '../../src/constructs'))
  .filter((source) => source.includes('checkProps(scope, id, {'))
  .flatMap((source) => [...source.matchAll(/^ {4}checkProps\(scope, id, \{ (\w+) \}/gm)].map(([, name]) => name!));

const suites = read(__dirname);

/** The suites that make such a construct. */
const suitesOf = (name: string): readonly string[] =>
  suites.filter((suite) => new RegExp(`\\bnew ${name}\\b|\\[${name}, `).test(suite));

/** Props that bear another name than the class. */
const others: Readonly<Record<string, string>> = { ConfiguredApp: 'Configuration', Pod: 'PlainPodProps' };

describe('every construct', () => {
  test('is one of many', () => expect(constructs.length).toBeGreaterThan(30));

  test.each(constructs)('%s is tried with every prop, with an override and with a snapshot', (name) => {
    const all = new RegExp(
      `Required<[^;]*?\\b(${others[name] ?? `${name}(Props|Objects|ObjectProps|Object|Options)`})\\b`,
    );
    expect(suites.some((suite) => all.test(suite))).toBe(true);
    expect(suitesOf(name).some((suite) => suite.includes('overrides'))).toBe(true);
    expect(suitesOf(name).some((suite) => /toMatch(Inline)?Snapshot\(/.test(suite))).toBe(true);
  });
});
