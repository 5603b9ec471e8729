import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkAcross } from '../../src/checks/cross-checks';
import type { Manifest } from '../../src/manifest/manifest';
import { describeFinding, manifestsOf } from './cross-findings';

const fixtures = join(__dirname, '../fixtures/manifests');
const objects = ['problems', 'public', 'study'].flatMap((folder) =>
  readdirSync(join(fixtures, folder)).flatMap((file) =>
    manifestsOf(readFileSync(join(fixtures, folder, file), 'utf8'), file),
  ),
);

/** Every place below a value, with what holds it. */
function placesIn(value: unknown): readonly (readonly [holder: Record<string, unknown>, key: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

const nonsense = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, 1.5, true, [], {}, [null], [[]], { name: null }, '%', '*', ['*']),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('the checks across objects', () => {
  test('have an answer to whatever stands in an object', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), nonsense), { minLength: 1, maxLength: 40 }), (changes) => {
        const changed = structuredClone(objects.map(({ identity, object }) => ({ identity, object })));
        const manifests: readonly Manifest[] = changed.map((it, index) => ({ ...it, origin: objects[index].origin }));
        for (const [at, value] of changes) {
          const places = placesIn(changed[at % changed.length].object);
          if (places.length === 0) continue;
          const [holder, key] = places[Math.floor(at / changed.length) % places.length];
          holder[key] = value;
        }
        for (const problem of checkAcross(manifests, { outside: { closed: changes.length % 2 === 0 } })) {
          expect(problem.message).toMatch(/\.$/);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('find the same each time, and leave the objects as they were', () => {
    const before = JSON.stringify(objects.map(({ object }) => object));
    const first = checkAcross(objects).map(describeFinding);
    expect(checkAcross(objects).map(describeFinding)).toEqual(first);
    expect(JSON.stringify(objects.map(({ object }) => object))).toBe(before);
  });
});
