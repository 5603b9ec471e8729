import { isSameObject } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Who claimed something first, of those that can be in one cluster. */
export class FirstClaims {
  private readonly claims = new Map<string, number[]>();

  constructor(private readonly context: CrossCheckContext) {}

  /** Notes a claim; returns who claimed the same before, unless that is the same object or a copy for another cluster. */
  add(key: string, node: number): number | undefined {
    const { links } = this.context;
    const before = this.claims.get(key);
    if (!before) {
      this.claims.set(key, [node]);
      return undefined;
    }
    const other = before.find((it) => links.areTogether(it, node) && !isSameObject(this.context, it, node));
    // A few are enough to find one that matters.
    if (before.length < 8) before.push(node);
    return other;
  }
}
