import { readFileSync } from 'node:fs';
import type * as Acorn from 'acorn';
import { LineIndex } from '../../reading/line-index';
import { load } from '../load';
import type { SourceMapData } from '../loader/transform';
import type { TypeScriptSettings } from '../loader/typescript-settings';
import { Bindings } from './bindings';
import type { Binding } from './bindings';
import type { SyntaxNode } from './syntax-node';

type TraceMapping = typeof import('@jridgewell/trace-mapping');
type Oxc = typeof import('oxc-transform', { with: { 'resolution-mode': 'import' } });

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A source file, as far as it matters for what constructs were given. */
export interface ParsedSource {
  readonly file: string;
  /** Everything that is made or called, and the place that a stack would name. */
  readonly calls: readonly { readonly node: SyntaxNode; readonly position: Position }[];
  /** What a name stands for, where it stands. */
  readonly bindingOf: (name: SyntaxNode) => Binding | undefined;
  /** What is exported under a name. */
  readonly exportOf: (name: string) => SyntaxNode | undefined;
  readonly positionOf: (offset: number) => Position | undefined;
}

/** Parses a file as JavaScript, and leads positions back to its source; undefined for one that cannot be read so. */
export function parseSource(file: string, settings: TypeScriptSettings): ParsedSource | undefined {
  const acorn = load('acorn') as typeof Acorn;
  const oxc = load('oxc-transform') as Oxc;
  const { TraceMap, originalPositionFor } = load('@jridgewell/trace-mapping') as TraceMapping;
  try {
    const { code, map } = oxc.transformSync(file, readFileSync(file, 'utf8'), { ...settings.oxc, sourcemap: true });
    const trace = new TraceMap(JSON.stringify(map as SourceMapData));
    const options = { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true } as const;
    const tree = acorn.parse(code, { ...options, allowReturnOutsideFunction: true }) as unknown as SyntaxNode;
    const lines = new LineIndex(code);
    const positionOf = (offset: number): Position | undefined => {
      const { column, line } = lines.positionOf(offset);
      const original = originalPositionFor(trace, { line, column: column - 1 });
      return original.source === null ? undefined : { line: original.line, column: original.column + 1 };
    };
    const bindings = new Bindings(tree);
    const calls = bindings.calls.flatMap((node) => {
      const position = positionOf(placeOf(node));
      return position ? [{ node, position }] : [];
    });
    return {
      file,
      calls,
      bindingOf: (name) => bindings.of(name),
      exportOf: (name) => bindings.exported(name),
      positionOf,
    };
  } catch {
    // A file that cannot be read so costs the exact place, never the answer.
    return undefined;
  }
}

/** Where a stack says that a call stands: at the name of the method. */
function placeOf({ callee, start, type }: SyntaxNode): number {
  const called = callee as SyntaxNode;
  return type === 'CallExpression' && called.type === 'MemberExpression'
    ? (called.property as SyntaxNode).start
    : start;
}
