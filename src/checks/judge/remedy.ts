/** How to mend what the server says. `$1` in `fix` is what the first group of `message` has found. */
export interface Remedy {
  readonly message: RegExp;
  /** @default - any field */
  readonly field?: RegExp;
  /** @default - any kind */
  readonly kind?: RegExp;
  readonly fix: string;
}
