import type { Construct, IConstruct } from 'constructs';

/** A class of constructs, as all of them are made. */
export type ConstructClass = new (scope: Construct, id: string, ...rest: unknown[]) => IConstruct;

/** What a construct was made with. */
export interface Making {
  readonly type: ConstructClass;
  /** The props, and whatever else its constructor takes. */
  readonly rest: readonly unknown[];
  /** The constructor or method that was running when it was made. @default - none that is recorded */
  readonly during?: Making | Call;
  /** Holds the stack of whoever made it, unformatted. */
  readonly creation: { readonly stack?: string };
}

/** A method of a construct, or of the metadata of an object, that was called. */
export interface Call {
  readonly target: IConstruct;
  readonly receiver: 'construct' | 'metadata';
  readonly method: string;
  readonly args: readonly unknown[];
  /** The constructor or method that was running when it was called. @default - none that is recorded */
  readonly during?: Making | Call;
  /** Holds the stack of whoever called it, unformatted. */
  readonly creation: { readonly stack?: string };
}

/**
 * The calls that do not happen again by themselves when a construct is made again: those from outside of its constructor,
 * and of them those that no other of them makes.
 *
 * @param calls on the construct and what is in it, in the order in which they began
 */
export function callsAfterwards(making: Making, calls: readonly Call[]): readonly Call[] {
  const afterwards = new Set<Making | Call>();
  for (const call of calls) {
    let around = call.during;
    while (around !== undefined && around !== making && !afterwards.has(around)) around = around.during;
    if (around === undefined) afterwards.add(call);
  }
  return calls.filter((call) => afterwards.has(call));
}
