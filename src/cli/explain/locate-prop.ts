import type { FieldStep } from '../../problems/field-path';
import type { SourcePosition } from '../../problems/problem';
import { resolveImport } from '../loader/resolve';
import type { TypeScriptSettings } from '../loader/typescript-settings';
import { everything } from './bindings';
import { parseSource } from './parse-source';
import type { ParsedSource } from './parse-source';
import { keyOf, says } from './static-value';
import type { SyntaxNode } from './syntax-node';

/** Where in the user's code something is said. */
export interface PropPosition {
  readonly source: SourcePosition;
  /** How many steps of the path were found there: fewer than there are where a variable or a call hides the rest. */
  readonly depth: number;
}

/** A node, and the file that it is in. */
interface Place {
  readonly parsed: ParsedSource;
  readonly node: SyntaxNode;
}

interface Found extends Place {
  readonly depth: number;
}

/** What is looked for. */
interface Search {
  readonly path: readonly FieldStep[];
  /** What stands at the end of the path. */
  readonly value: unknown;
  readonly seen: Set<SyntaxNode>;
}

/** Finds in the source files of an app what constructs and calls were given. Each file is parsed once. */
export class PropLocator {
  private readonly files = new Map<string, ParsedSource | undefined>();

  constructor(private readonly settings: TypeScriptSettings) {}

  /**
   * Where the code says what was given to a construct or call.
   *
   * @param made where the `new` of the construct, or the name of the method, stands
   * @param argument which argument, counted from 0
   * @param path where in the argument
   * @param given the whole argument, as it was: code that says something else is not what it came from
   * @returns undefined when the code there is neither, or has no such argument written out
   */
  locate(made: SourcePosition, argument: number, path: readonly FieldStep[], given: unknown): PropPosition | undefined {
    const parsed = this.parse(made.file);
    const creation = parsed?.calls.find(
      ({ position }) => position.line === made.line && position.column === made.column,
    );
    const args = (creation?.node.arguments ?? []) as readonly SyntaxNode[];
    const node = args[argument];
    if (!parsed || !node || args.slice(0, argument + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
    const value = path.reduce<unknown>(
      (inside, step) => (inside as Readonly<Record<FieldStep, unknown>> | null | undefined)?.[step],
      given,
    );
    const found = this.descend({ parsed, node }, 0, { path, value, seen: new Set() });
    const position = found.parsed.positionOf(found.node.start);
    return position && { source: { file: found.parsed.file, ...position }, depth: found.depth };
  }

  private parse(file: string): ParsedSource | undefined {
    if (!this.files.has(file)) this.files.set(file, parseSource(file, this.settings));
    return this.files.get(file);
  }

  /** Follows the path as far as the code has it written out. */
  private descend(place: Place, depth: number, search: Search): Found {
    const { node } = place;
    const here = { ...place, depth };
    if (search.seen.has(node)) return here;
    search.seen.add(node);
    switch (node.type) {
      case 'Identifier':
      case 'MemberExpression':
        return this.follow(here, search);
      case 'ArrayExpression':
        return this.descendList(here, search);
      case 'ObjectExpression':
        return this.descendMap(here, search);
      default:
        return here;
    }
  }

  /** A name, to what it was declared with, unless nothing more is found there. */
  private follow(here: Found, search: Search): Found {
    const declared = this.resolve(here, new Set());
    if (!declared) return here;
    const found = this.descend(declared, here.depth, search);
    return found.depth > here.depth || this.isWhole(found, search) ? found : here;
  }

  private isWhole({ depth, node }: Found, { path, value }: Search): boolean {
    return depth === path.length && says(node, value) === true;
  }

  /** What a name stands for: the node that its variable was declared with, here or in the file it is imported from. */
  private resolve({ node, parsed }: Place, seen: Set<SyntaxNode>): Place | undefined {
    if (seen.has(node)) return undefined;
    seen.add(node);
    if (node.type === 'MemberExpression') return this.resolveMember({ node, parsed }, seen);
    if (node.type !== 'Identifier') return { parsed, node };
    const binding = parsed.bindingOf(node);
    if (binding?.kind === 'value') return this.resolve({ parsed, node: binding.node }, seen);
    return binding?.kind === 'import' ? this.resolveExport(binding.from, binding.name, parsed, seen) : undefined;
  }

  private resolveMember({ node, parsed }: Place, seen: Set<SyntaxNode>): Place | undefined {
    const step = node.computed === true ? undefined : ((node.property as SyntaxNode).name as string | undefined);
    const object = node.object as SyntaxNode;
    if (step === undefined) return undefined;
    const binding = object.type === 'Identifier' ? parsed.bindingOf(object) : undefined;
    if (binding?.kind === 'import' && binding.name === everything) {
      return this.resolveExport(binding.from, step, parsed, seen);
    }
    const owner = this.resolve({ parsed, node: object }, seen);
    if (!owner || owner.node.type !== 'ObjectExpression') return undefined;
    const properties = owner.node.properties as readonly SyntaxNode[];
    const isPlain = properties.every(({ type }) => type === 'Property');
    const property = [...properties].reverse().find((one) => keyOf(one) === step);
    return isPlain && property
      ? this.resolve({ parsed: owner.parsed, node: property.value as SyntaxNode }, seen)
      : undefined;
  }

  private resolveExport(from: string, name: string, importer: ParsedSource, seen: Set<SyntaxNode>): Place | undefined {
    const file = resolveImport(from, importer.file, this.settings);
    const other = file === undefined ? undefined : this.parse(file);
    const exported = other?.exportOf(name);
    return other && exported && this.resolve({ parsed: other, node: exported }, seen);
  }

  private descendList(here: Found, search: Search): Found {
    const step = search.path[here.depth];
    const elements = here.node.elements as readonly (SyntaxNode | null)[];
    if (typeof step !== 'number') return here;
    const isPlain = elements.slice(0, step + 1).every((element) => element && element.type !== 'SpreadElement');
    const element = elements[step];
    if (!isPlain || !element) return here;
    return this.inside(here, element, element, search);
  }

  private descendMap(here: Found, search: Search): Found {
    const step = search.path[here.depth];
    if (step === undefined) return here;
    const hidden: SyntaxNode[] = [];
    for (const property of [...(here.node.properties as readonly SyntaxNode[])].reverse()) {
      if (property.type === 'SpreadElement') {
        const spread = this.descend({ parsed: here.parsed, node: property.argument as SyntaxNode }, here.depth, search);
        if (spread.depth > here.depth) return spread;
        const whole = this.resolve({ parsed: here.parsed, node: property.argument as SyntaxNode }, new Set());
        if (!whole || !lacks(whole.node, step)) hidden.push(property);
      } else if (keyOf(property) === undefined) {
        hidden.push(property);
      } else if (keyOf(property) === String(step)) {
        const found = this.inside(here, property, property.value as SyntaxNode, search);
        // What is spread after it may say so instead: only when this says exactly what was given is it certain.
        return hidden.length === 0 || this.isWhole({ ...found, node: valueOf(found.node) }, search) ? found : here;
      }
    }
    return hidden.length === 1 ? { ...here, node: hidden[0]! } : here;
  }

  /** Into a property or element; `here` when the code there says something else than was given. */
  private inside(here: Found, node: SyntaxNode, value: SyntaxNode, search: Search): Found {
    const depth = here.depth + 1;
    const isEnd = depth === search.path.length;
    const inner = this.descend({ parsed: here.parsed, node: value }, depth, search);
    if (says(valueOf(inner.node), search.value) === false && inner.depth === search.path.length) return here;
    // The key says which prop it is; a value alone, such as a name that leads elsewhere, does not.
    return isEnd && inner.node === value ? { ...here, node, depth } : inner;
  }
}

/** Whether a map that is written out certainly has no such key. */
function lacks(node: SyntaxNode, step: FieldStep): boolean {
  if (node.type !== 'ObjectExpression') return false;
  const keys = (node.properties as readonly SyntaxNode[]).map((property) => keyOf(property));
  return keys.every((key) => key !== undefined && key !== String(step));
}

function valueOf(node: SyntaxNode): SyntaxNode {
  return node.type === 'Property' ? (node.value as SyntaxNode) : node;
}
