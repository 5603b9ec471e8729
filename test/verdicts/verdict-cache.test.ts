import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '../../src/engine/review';
import { userCacheFolder } from '../../src/verdicts/cache-folder';
import { VerdictCache } from '../../src/verdicts/verdict-cache';
import { verdictKey } from '../../src/verdicts/verdict-key';
import { inTemporaryFolder } from '../support/temporary-folder';

const clean: Review = { judged: true, allowed: true, errors: [], warnings: [], dropped: [], advice: [] };
const refused: Review = {
  ...clean,
  allowed: false,
  errors: [
    { type: 'FieldValueInvalid', field: 'a', value: 'ä\n', detail: 'wrong', message: 'Invalid value: “ä”: wrong' },
  ],
};
const engine = 'e'.repeat(64);
const key = (name: string): string => verdictKey(engine, { operation: 'create', text: name });
const fileOf = (folder: string): string => join(folder, 'verdicts', engine.slice(0, 32), 'current');

function cacheWith(folder: string, verdicts: Readonly<Record<string, Review>>): VerdictCache {
  const cache = new VerdictCache(folder, engine);
  cache.add(new Map(Object.entries(verdicts).map(([name, review]) => [key(name), review])));
  return cache;
}

describe('the key of a verdict', () => {
  const base = { operation: 'create', text: 'a' } as const;
  test('differs for whatever the verdict depends on', () => {
    const keys = [
      verdictKey('one', base),
      verdictKey('two', base),
      verdictKey('one', { ...base, text: 'b' }),
      verdictKey('one', { ...base, namespace: 'b' }),
      verdictKey('one', { ...base, podSecurity: 'baseline' }),
      verdictKey('one', { operation: 'update', text: 'a', oldObject: 'b' }),
      verdictKey('one', { operation: 'update', text: 'ab', oldObject: '' }),
      verdictKey('one', { operation: 'update', text: '', oldObject: 'ab' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is the same for an object and for its text', () => {
    expect(verdictKey('one', { operation: 'create', object: { a: 1 } })).toBe(
      verdictKey('one', { operation: 'create', text: '{"a":1}' }),
    );
  });
});

describe('the cache of verdicts', () => {
  test('gives back what was put in, in this process and the next', () => {
    inTemporaryFolder((folder) => {
      const cache = cacheWith(folder, { good: clean, bad: refused });
      for (const it of [cache, new VerdictCache(folder, engine)]) {
        expect(it.find(key('good'))).toEqual({ review: clean, isOld: false });
        expect(it.find(key('bad'))).toEqual({ review: refused, isOld: false });
        expect(it.find(key('other'))).toBeUndefined();
      }
    });
  });

  test('keeps the verdicts of each engine apart', () => {
    inTemporaryFolder((folder) => {
      cacheWith(folder, { good: clean });
      expect(new VerdictCache(folder, 'f'.repeat(64)).find(key('good'))).toBeUndefined();
    });
  });

  test('never trusts a damaged entry, wherever the damage is', () => {
    inTemporaryFolder((folder) => {
      cacheWith(folder, { good: clean, bad: refused });
      const whole = readFileSync(fileOf(folder), 'latin1');
      for (let at = 0; at < whole.length; at += 1) {
        for (const other of ['+', '-', 'A', '\n', '\0']) {
          writeFileSync(fileOf(folder), whole.slice(0, at) + other + whole.slice(at + 1), 'latin1');
          const cache = new VerdictCache(folder, engine);
          const [good, bad] = [cache.find(key('good'))?.review, cache.find(key('bad'))?.review];
          if (good !== undefined) expect(good).toEqual(clean);
          if (bad !== undefined) expect(bad).toEqual(refused);
        }
        writeFileSync(fileOf(folder), whole.slice(0, at), 'latin1');
        const bad = new VerdictCache(folder, engine).find(key('bad'))?.review;
        if (bad !== undefined) expect(bad).toEqual(refused);
      }
    });
  });

  test('goes on behind what another process has left unfinished', () => {
    inTemporaryFolder((folder) => {
      cacheWith(folder, { good: clean });
      appendFileSync(fileOf(folder), '-half of a li');
      cacheWith(folder, { bad: refused });
      const cache = new VerdictCache(folder, engine);
      expect(cache.find(key('good'))?.review).toEqual(clean);
      expect(cache.find(key('bad'))?.review).toEqual(refused);
    });
  });

  test('does not grow for ever, and keeps what is still asked for', () => {
    inTemporaryFolder((folder) => {
      const large = { ...refused, warnings: ['x'.repeat(90_000)] };
      for (let round = 0; round < 120; round += 1) {
        const found = new VerdictCache(folder, engine).find(key('asked for'));
        cacheWith(folder, { [`large ${round}`]: large, ...((round === 0 || found?.isOld) && { 'asked for': clean }) });
      }
      const files = readdirSync(join(fileOf(folder), '..')).map(
        (name) => readFileSync(join(fileOf(folder), '..', name)).length,
      );
      expect(files).toHaveLength(2);
      expect(Math.max(...files)).toBeLessThan(4.5 * 1024 * 1024);
      expect(new VerdictCache(folder, engine).find(key('asked for'))?.review).toEqual(clean);
    });
  });

  test('forgets engines that are no longer used', () => {
    inTemporaryFolder((folder) => {
      for (let number = 0; number < 7; number += 1) {
        const cache = new VerdictCache(folder, String(number).repeat(64));
        for (let round = 0; round < 60; round += 1) {
          cache.add(new Map([[key(String(round)), { ...refused, warnings: ['x'.repeat(90_000)] }]]));
        }
      }
      expect(readdirSync(join(folder, 'verdicts')).length).toBeLessThanOrEqual(5);
    });
  });

  test('is no cache where nothing can be written or read, and no error either', () => {
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'verdicts'), 'a file in the way');
      const cache = cacheWith(folder, { good: clean });
      expect(cache.find(key('good'))).toBeUndefined();
    });
  });

  test('takes the verdicts of processes that run at the same time', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const script = join(folder, 'write.cjs');
      const root = join(__dirname, '../..');
      writeFileSync(
        script,
        `const { transformSync } = require(${JSON.stringify(join(root, 'node_modules/@swc/core'))});
         const fs = require('fs');
         require.extensions['.ts'] = (module, file) => module._compile(transformSync(fs.readFileSync(file, 'utf8'), {
           filename: file, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code, file);
         const { VerdictCache } = require(${JSON.stringify(join(root, 'src/verdicts/verdict-cache.ts'))});
         const [name] = process.argv.slice(2);
         for (let i = 0; i < 50; i += 1) {
           const cache = new VerdictCache(${JSON.stringify(folder)}, ${JSON.stringify(engine)});
           const verdicts = new Map();
           for (let j = 0; j < 40; j += 1) verdicts.set((name + '-' + i + '-' + j).padEnd(43, '.'), ${JSON.stringify(refused)});
           cache.add(verdicts);
         }`,
      );
      const names = ['a', 'b', 'c', 'd'];
      await Promise.all(
        names.map(
          (name) =>
            new Promise((settle) => spawn(process.execPath, [script, name], { stdio: 'inherit' }).on('close', settle)),
        ),
      );
      const cache = new VerdictCache(folder, engine);
      const missing = names.flatMap((name) =>
        Array.from({ length: 2000 }, (_, i) => `${name}-${Math.floor(i / 40)}-${i % 40}`.padEnd(43, '.')).filter(
          (it) => cache.find(it) === undefined,
        ),
      );
      expect(missing).toEqual([]);
    });
  }, 60_000);

  test('belongs to the user alone', () => {
    inTemporaryFolder((folder) => {
      cacheWith(folder, { good: clean });
      expect(statSync(fileOf(folder)).mode & 0o777).toBe(0o600);
    });
  });
});

test.each([
  [{ XDG_CACHE_HOME: '/cache' }, '/home/me', '/cache/plimsoll'],
  [{ XDG_CACHE_HOME: 'relative' }, '/home/me', '/home/me/.cache/plimsoll'],
  [{}, '/home/me', '/home/me/.cache/plimsoll'],
  [{}, '', undefined],
])('the cache folder for %j and the home %j is %j', (environment, home, expected) => {
  expect(userCacheFolder(environment, home)).toBe(expected);
});

async function inTemporaryFolderAsync(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
