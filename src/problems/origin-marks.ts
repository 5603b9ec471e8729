/*
 * Recording where a construct is made costs time: see docs/decisions/origins.md. A construct that makes several objects in
 * its constructor is recorded once, and its objects refer to it. Both say so by a mark on their prototype.
 */

/** Marks classes of constructs: where each instance is made is recorded. */
export const recordsOrigin = Symbol.for('cdk8s-plimsoll.records-origin');

/** Marks classes of API objects: where an instance was made is where the construct around it was made. */
export const inheritsOrigin = Symbol.for('cdk8s-plimsoll.inherits-origin');

/** Puts a mark on a class and on those derived from it. */
export function mark(type: { readonly prototype: object }, symbol: symbol): void {
  Object.defineProperty(type.prototype, symbol, { value: true });
}
