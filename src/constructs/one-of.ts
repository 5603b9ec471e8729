/** A `T` with exactly one of its fields: the others do not compile beside it. */
export type OneOf<T> = {
  [Key in keyof T]-?: { readonly [Only in Key]-?: NonNullable<T[Only]> } & {
    readonly [Other in Exclude<keyof T, Key>]?: never;
  };
}[keyof T];
