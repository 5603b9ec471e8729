/** A node of the syntax tree, as far as it matters here. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}
