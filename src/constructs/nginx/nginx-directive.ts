import type { Directive } from './nginx-statement';
import { directive } from './nginx-statement';
import { literal } from './nginx-token';

/**
 * A directive of nginx that has no prop: its name and its parameters. Each parameter is quoted, so that it cannot end
 * the directive; nginx looks for `$variables` in it where the directive does so.
 * Directives with a block (`if`, `map`) cannot be said this way.
 */
export type NginxDirective = readonly [name: string, ...parameters: (string | number)[]];

/** The directives as lines of their block. */
export function directiveLines(directives: readonly NginxDirective[] | undefined): readonly Directive[] {
  return (directives ?? []).map(([name, ...parameters]) =>
    directive(name, ...parameters.map((parameter) => literal(String(parameter)))),
  );
}
