/** Numbers that are the same in every run: a multiplicative hash of a seed that moves on (mulberry32). */
export class Random {
  public constructor(private state: number) {}

  /** At least 0, below 1. */
  public next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number below `end`. */
  public below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Some of the items, each at most once, in their order. */
  public some<T>(items: readonly T[], count: number): readonly T[] {
    if (items.length <= count) return items;
    const left = items.map((_, index) => index);
    const taken = new Set<number>();
    while (taken.size < count) taken.add(left.splice(this.below(left.length), 1)[0] as number);
    return items.filter((_, index) => taken.has(index));
  }
}
