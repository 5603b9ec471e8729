import fc from 'fast-check';
import { sortTopologically } from '../../src/manifest/graph';
import type { Vertex } from '../../src/manifest/graph';

function vertices(count: number): Vertex<number>[] {
  return Array.from({ length: count }, (_, value) => ({ value, outbound: [] }));
}

describe('sorting topologically', () => {
  test('puts each vertex after all it waits for, each once', () => {
    const edges = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 80 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const all = vertices(30);
        // From higher to lower numbers only: no cycles.
        for (const [a, b] of pairs) if (a !== b) all[Math.max(a, b)].outbound.push(all[Math.min(a, b)]);
        const { order, cycle } = { cycle: undefined, order: undefined, ...sortTopologically(all) };
        expect(cycle).toBeUndefined();
        expect([...order!].sort((a, b) => a - b)).toEqual(all.map(({ value }) => value));
        const place = new Map(order!.map((value, index) => [value, index]));
        for (const { value, outbound } of all) {
          for (const target of outbound) expect(place.get(target.value!)).toBeLessThan(place.get(value!)!);
        }
      }),
      { numRuns: 300, seed: 2027 },
    );
  });

  test('finds a cycle and names all of it, the first vertex again at its end', () => {
    const all = vertices(5);
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 1],
      [3, 4],
    ])
      all[from].outbound.push(all[to]);
    expect(sortTopologically(all)).toEqual({ cycle: [1, 2, 3, 1] });
  });

  test('names no vertex that only bundles edges', () => {
    const [a, b] = vertices(2);
    const bundle: Vertex<number> = { value: undefined, outbound: [b] };
    a.outbound.push(bundle);
    expect(sortTopologically([a])).toEqual({ order: [1, 0] });
    b.outbound.push(a);
    expect(sortTopologically([a])).toEqual({ cycle: [0, 1, 0] });
  });

  test('stays out of vertices it is told to leave alone', () => {
    const all = vertices(3);
    all[0].outbound.push(all[1]);
    all[1].outbound.push(all[2]);
    expect(sortTopologically([all[0]], (vertex) => vertex.value !== 1)).toEqual({ order: [0] });
  });

  test('sorts a chain of 300,000 and layers of diamonds without recursion and without visiting twice', () => {
    const chain = vertices(300_000);
    for (let index = 1; index < chain.length; index++) chain[index].outbound.push(chain[index - 1]);
    const sorted = sortTopologically([chain[chain.length - 1]]);
    expect(sorted.cycle ?? sorted.order.length).toBe(300_000);

    // Each vertex of a layer waits for both of the next: 2 to the power of 500 paths.
    const layers = Array.from({ length: 500 }, () => vertices(2));
    for (let index = 1; index < layers.length; index++)
      for (const vertex of layers[index]) vertex.outbound.push(...layers[index - 1]);
    const diamonds = sortTopologically(layers[layers.length - 1]);
    expect(diamonds.cycle ?? diamonds.order.length).toBe(1000);
  });
});
