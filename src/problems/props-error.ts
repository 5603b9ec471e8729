/** What is wrong with a value: what was found, what is allowed and what to do about it. */
export interface Flaw {
  /** The value found, as it should be shown. */
  readonly found: string;
  /** What is allowed in its place, such as `a whole number from 1 to 65535`. */
  readonly allowed: string;
  /** What to do, as an order: `choose a port above 1024`. */
  readonly fix: string;
}

/** Thrown when a construct is given props that cannot become a valid object. */
export class PropsError extends Error {
  override readonly name = 'PropsError';

  /**
   * @param construct Path of the construct in the tree, such as `shop/web`.
   * @param prop Path of the prop, such as `ports.http`.
   * @param flaw What is wrong with it.
   */
  constructor(
    readonly construct: string,
    readonly prop: string,
    readonly flaw: Flaw,
  ) {
    super(`${construct}: ${prop} is ${flaw.found}; allowed: ${flaw.allowed}. To fix it, ${flaw.fix}.`);
    // Node keeps ten frames, which may all be ours; the user's own line is what matters.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 50;
    Error.captureStackTrace(this, PropsError);
    Error.stackTraceLimit = limit;
  }
}
