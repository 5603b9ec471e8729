import type { SyntaxNode } from './syntax-node';

/** What a name stands for. */
export type Binding =
  /** A constant, or a variable that nothing is assigned to: what it was declared with. */
  | { readonly kind: 'value'; readonly node: SyntaxNode }
  | { readonly kind: 'import'; readonly from: string; readonly name: string }
  /** A parameter, the variable of a loop, something that is changed: only a run can tell. */
  | { readonly kind: 'hidden' };

/** The name of all that a file exports, together. */
export const everything = '*';

type Names = Map<string, Binding>;

const hidden: Binding = { kind: 'hidden' };

/** The names of a file and what they stand for, each where it holds. */
export class Bindings {
  /** Everything that is made or called. */
  readonly calls: readonly SyntaxNode[];
  private readonly parents = new WeakMap<SyntaxNode, SyntaxNode>();
  private readonly scopes = new WeakMap<SyntaxNode, Names>();
  /** Names that are assigned to, or whose fields are, anywhere: in doubt, all of that name. */
  private readonly changed = new Set<string>();

  constructor(private readonly tree: SyntaxNode) {
    const calls: SyntaxNode[] = [];
    const visit = (node: SyntaxNode): void => {
      if (node.type === 'NewExpression' || node.type === 'CallExpression') calls.push(node);
      if (node.type === 'AssignmentExpression') this.noteChange(node.left as SyntaxNode);
      if (node.type === 'UpdateExpression' || isDelete(node)) this.noteChange(node.argument as SyntaxNode);
      for (const child of childrenOf(node)) {
        this.parents.set(child, node);
        visit(child);
      }
    };
    visit(tree);
    this.calls = calls;
  }

  /** What a name stands for, where it stands; undefined when it is not of this file. */
  of(name: SyntaxNode): Binding | undefined {
    for (let scope = this.parents.get(name); scope; scope = this.parents.get(scope)) {
      const binding = this.namesOf(scope).get(name.name as string);
      if (binding) return binding.kind === 'value' && this.changed.has(name.name as string) ? hidden : binding;
    }
    return undefined;
  }

  /** What the file exports under a name, `default` among them. */
  exported(name: string): SyntaxNode | undefined {
    for (const statement of bodyOf(this.tree)) {
      if (statement.type === 'ExportDefaultDeclaration' && name === 'default')
        return statement.declaration as SyntaxNode;
      if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
      for (const { id, init } of declaratorsOf(statement.declaration as SyntaxNode | null)) {
        if (id.type === 'Identifier' && id.name === name && init && !this.changed.has(name)) return init;
      }
      const specifiers = statement.specifiers as readonly SyntaxNode[];
      const found = specifiers.find(({ exported }) => (exported as SyntaxNode).name === name);
      if (found) return found.local as SyntaxNode;
    }
    return undefined;
  }

  private noteChange(target: SyntaxNode): void {
    let root = target;
    while (root.type === 'MemberExpression') root = root.object as SyntaxNode;
    for (const name of namesIn(root)) this.changed.add(name);
  }

  private namesOf(scope: SyntaxNode): Names {
    const known = this.scopes.get(scope);
    if (known) return known;
    const names: Names = new Map();
    this.scopes.set(scope, names);
    if (Array.isArray(scope.params)) hide(scope.params as SyntaxNode[], names);
    if (scope.type === 'CatchClause' && scope.param) hide([scope.param as SyntaxNode], names);
    for (const part of [scope.init, scope.left]) {
      for (const { id } of declaratorsOf(part as SyntaxNode | null | undefined)) hide([id], names);
    }
    for (const statement of bodyOf(scope)) declare(statement, names);
    return names;
  }
}

function declare(statement: SyntaxNode, names: Names): void {
  if (statement.type === 'ImportDeclaration') {
    const from = (statement.source as SyntaxNode).value as string;
    for (const { imported, local, type } of statement.specifiers as readonly SyntaxNode[]) {
      const named = (imported as SyntaxNode | undefined)?.name as string | undefined;
      const name = type === 'ImportDefaultSpecifier' ? 'default' : (named ?? everything);
      names.set((local as SyntaxNode).name as string, { kind: 'import', from, name });
    }
    return;
  }
  const declaration = (statement.declaration as SyntaxNode | null | undefined) ?? statement;
  if (/^(?:Function|Class)Declaration$/.test(declaration.type) && declaration.id)
    hide([declaration.id as SyntaxNode], names);
  for (const { id, init } of declaratorsOf(declaration)) {
    if (id.type === 'Identifier' && init) names.set(id.name as string, { kind: 'value', node: init });
    else hide([id], names);
  }
}

function hide(patterns: readonly SyntaxNode[], names: Names): void {
  for (const pattern of patterns) for (const name of namesIn(pattern)) names.set(name, hidden);
}

/** The names in a pattern; of what stands for a default too, which does no harm. */
function namesIn(pattern: SyntaxNode): readonly string[] {
  if (pattern.type === 'Identifier') return [pattern.name as string];
  if (pattern.type === 'Property') return namesIn(pattern.value as SyntaxNode);
  return childrenOf(pattern).flatMap(namesIn);
}

function declaratorsOf(
  declaration: SyntaxNode | null | undefined,
): readonly { readonly id: SyntaxNode; readonly init?: SyntaxNode | null }[] {
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations as readonly { readonly id: SyntaxNode; readonly init?: SyntaxNode | null }[];
}

function bodyOf(scope: SyntaxNode): readonly SyntaxNode[] {
  const statements = scope.type === 'SwitchCase' ? scope.consequent : scope.body;
  return Array.isArray(statements) ? (statements as SyntaxNode[]) : [];
}

function isDelete(node: SyntaxNode): boolean {
  return node.type === 'UnaryExpression' && node.operator === 'delete';
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((child): child is SyntaxNode => typeof (child as SyntaxNode | null)?.type === 'string');
}
