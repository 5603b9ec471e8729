import { readFileSync } from 'node:fs';
import type * as Acorn from 'acorn';
import type { FieldStep } from '../../problems/field-path';
import type { SourcePosition } from '../../problems/problem';
import { LineIndex } from '../../reading/line-index';
import { load } from '../load';
import { transform } from '../loader/transform';
import type { TypeScriptSettings } from '../loader/typescript-settings';

type TraceMapping = typeof import('@jridgewell/trace-mapping');

/** Where in the user's code something is said. */
export interface PropPosition {
  readonly source: SourcePosition;
  /** How many steps of the path were found there: fewer than there are where a variable or a call hides the rest. */
  readonly depth: number;
}

/** A node of the syntax tree, as far as it matters here. */
interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Finds the props of constructs in the source files of an app. Each file is parsed once. */
export class PropLocator {
  private readonly files = new Map<string, ParsedSource | undefined>();

  constructor(private readonly settings: TypeScriptSettings) {}

  /**
   * Where the code says a prop of a construct that is made at a position.
   *
   * @param made where the `new` of the construct stands
   * @param path the prop, and what is in it
   * @returns undefined when the code there is not a `new` with props written out
   */
  locate(made: SourcePosition, path: readonly FieldStep[]): PropPosition | undefined {
    return this.find(made, 2, path);
  }

  /** Where the id of a construct is written that is made at a position. */
  locateId(made: SourcePosition): PropPosition | undefined {
    return this.find(made, 1, []);
  }

  private find(made: SourcePosition, argument: number, path: readonly FieldStep[]): PropPosition | undefined {
    if (!this.files.has(made.file)) this.files.set(made.file, parse(made.file, this.settings));
    const parsed = this.files.get(made.file);
    const creation = parsed?.creations.find(
      ({ position }) => position.line === made.line && position.column === made.column,
    );
    const given = creation && (creation.node.arguments as readonly SyntaxNode[])[argument];
    if (!parsed || !given) return undefined;
    const found = descend(parsed, given, path, 0, new Set());
    const position = parsed.positionOf(found.node.start);
    return position && { source: { file: made.file, ...position }, depth: found.depth };
  }
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface ParsedSource {
  readonly creations: readonly { readonly node: SyntaxNode; readonly position: Position }[];
  /** What variables are declared with, by name. */
  readonly variables: ReadonlyMap<string, SyntaxNode>;
  readonly positionOf: (offset: number) => Position | undefined;
}

interface Found {
  readonly node: SyntaxNode;
  readonly depth: number;
}

/** Follows the path as far as the code has it written out. A name is followed to what its variable was declared with. */
function descend(
  parsed: ParsedSource,
  node: SyntaxNode,
  path: readonly FieldStep[],
  depth: number,
  seen: ReadonlySet<SyntaxNode>,
): Found {
  const step = path[depth];
  if (step === undefined || seen.has(node)) return { node, depth };
  const follow = (next: SyntaxNode, taken: number): Found =>
    descend(parsed, next, path, depth + taken, new Set([...seen, node]));
  if (node.type === 'Identifier') {
    const declared = parsed.variables.get(node.name as string);
    return declared ? follow(declared, 0) : { node, depth };
  }
  if (node.type === 'ArrayExpression' && typeof step === 'number') {
    const elements = node.elements as readonly (SyntaxNode | null)[];
    const isPlain = elements.slice(0, step + 1).every((element) => element && element.type !== 'SpreadElement');
    const element = elements[step];
    return isPlain && element ? follow(element, 1) : { node, depth };
  }
  if (node.type !== 'ObjectExpression') return { node, depth };
  const properties = [...(node.properties as readonly SyntaxNode[])].reverse();
  for (const property of properties) {
    if (property.type === 'SpreadElement') {
      const spread = descend(parsed, property.argument as SyntaxNode, path, depth, new Set([...seen, node]));
      if (spread.depth > depth) return spread;
    } else if (keyOf(property) === String(step)) {
      const inside = follow(property.value as SyntaxNode, 1);
      // The key says which prop it is; a value alone, such as a name that leads elsewhere, does not.
      return inside.depth === path.length && inside.node === property.value
        ? { node: property, depth: path.length }
        : inside;
    }
  }
  return { node, depth };
}

function keyOf(property: SyntaxNode): string | undefined {
  const key = property.key as SyntaxNode | undefined;
  if (key === undefined || property.computed === true) return undefined;
  return key.type === 'Identifier' ? (key.name as string) : String(key.value);
}

/** Parses a file as JavaScript, and leads positions back to its source. */
function parse(file: string, settings: TypeScriptSettings): ParsedSource | undefined {
  const acorn = load('acorn') as typeof Acorn;
  const { TraceMap, originalPositionFor } = load('@jridgewell/trace-mapping') as TraceMapping;
  try {
    const source = readFileSync(file, 'utf8');
    const { code, maps } = transform(file, source, settings, true);
    const traces = maps.map((map) => new TraceMap(JSON.stringify(map)));
    const options = { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true } as const;
    const tree = acorn.parse(code, options) as unknown as SyntaxNode;
    const lines = new LineIndex(code);
    const positionOf = (offset: number): Position | undefined => {
      let position = lines.positionOf(offset);
      for (const trace of traces) {
        const original = originalPositionFor(trace, { line: position.line, column: position.column - 1 });
        if (original.source === null) return undefined;
        position = { line: original.line, column: original.column + 1 };
      }
      return position;
    };
    const creations: { readonly node: SyntaxNode; readonly position: Position }[] = [];
    const variables = new Map<string, SyntaxNode>();
    visit(tree, (node) => {
      if (node.type === 'NewExpression') {
        const position = positionOf(node.start);
        if (position) creations.push({ node, position });
      }
      const { id, init } = node as { readonly id?: SyntaxNode; readonly init?: SyntaxNode | null };
      if (node.type === 'VariableDeclarator' && id?.type === 'Identifier' && init)
        variables.set(id.name as string, init);
    });
    return { creations, variables, positionOf };
  } catch {
    // A file that cannot be read so costs the exact place, never the answer.
    return undefined;
  }
}

function visit(node: SyntaxNode, see: (node: SyntaxNode) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as SyntaxNode).type === 'string') {
        visit(child as SyntaxNode, see);
      }
    }
  }
}
