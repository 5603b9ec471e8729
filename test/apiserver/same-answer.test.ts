import { openEngine } from '../../src/engine/index';
import type { Engine, Review } from '../../src/engine/index';
import { readBases } from '../corpus/bases';
import { applySteps, textOf } from '../corpus/case';
import type { Tree } from '../corpus/case';
import { isBuilt } from './agreement';
import { readCases } from './files';

const minor = '1.27';
const whereBuilt = isBuilt(minor) ? describe : describe.skip;

/** Every twentieth case that has no key twice: such a text has no other order. */
function sample(): readonly string[] {
  const bases = readBases(minor);
  const cases = readCases('creates', bases).filter(({ do: steps }) => steps.every(([verb]) => verb !== 'twice'));
  return cases
    .filter((_, index) => index % 20 === 0)
    .map((one) => textOf(applySteps(bases.get(one.base) as Tree, one.do)));
}

function judge(engine: Engine, text: string): Review {
  return engine.review({ operation: 'create', text, defaulted: true });
}

function judgeAll(texts: readonly string[]): readonly Review[] {
  const engine = openEngine({ kubernetes: minor });
  const reviews = texts.map((text) => judge(engine, text));
  engine.close();
  return reviews;
}

/** The same object with all keys in the opposite order; numbers keep their text. */
function withKeysReversed(text: string): string | undefined {
  const reverse = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reverse);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reverse(item)]),
    );
  };
  const object = JSON.parse(text) as unknown;
  return JSON.stringify(object) === text ? JSON.stringify(reverse(object)) : undefined;
}

whereBuilt('an answer of the engine', () => {
  const texts = sample();
  let expected: readonly Review[] = [];
  beforeAll(() => (expected = judgeAll(texts)));

  it('does not depend on what was judged before', () => {
    expect([...judgeAll([...texts].reverse())].reverse()).toEqual(expected);
  });

  it('is the same when it is asked for again', () => {
    const engine = openEngine({ kubernetes: minor });
    for (const [index, text] of texts.entries()) {
      judge(engine, text);
      expect(judge(engine, text)).toEqual(expected[index]);
    }
    engine.close();
  });

  it('does not depend on the order of keys, but for the one of several faults at which decoding stops', () => {
    const engine = openEngine({ kubernetes: minor });
    let compared = 0;
    for (const [index, text] of texts.entries()) {
      const reversed = withKeysReversed(text);
      if (reversed === undefined) continue;
      const [before, after] = [expected[index] as Review, judge(engine, reversed)];
      compared++;
      expect(after.allowed).toBe(before.allowed);
      if (before.status?.code !== 400) expect(after).toEqual(before);
    }
    engine.close();
    expect(compared).toBeGreaterThan(200);
  });
});
