import { ApiObject, Chart } from 'cdk8s';
import type { App } from 'cdk8s';
import { Construct, DependencyGroup } from 'constructs';
import type { IConstruct } from 'constructs';
import fc from 'fast-check';

/** A recipe for a tree: the same recipe makes the same tree in any app. */
export interface TreeRecipe {
  /** For each construct after the app: what it is, and below which earlier construct it stands. */
  readonly constructs: readonly {
    readonly kind: 'chart' | 'group' | 'object';
    readonly parent: number;
    readonly id: string;
  }[];
  /** Who waits for whom, by position. */
  readonly dependencies: readonly (readonly [number, number])[];
}

const id = fc.constantFrom('a', 'b', 'c', '1', '2', '10', 'web', 'Resource', 'Default', 'db', 'z-9');

/** Recipes with nested charts, groups, objects and dependencies of all kinds, few of which form cycles. */
export const treeRecipe: fc.Arbitrary<TreeRecipe> = fc.record({
  constructs: fc.array(
    fc.record({
      kind: fc.constantFrom('chart' as const, 'group' as const, 'object' as const, 'object' as const),
      parent: fc.nat(),
      id,
    }),
    { minLength: 1, maxLength: 14 },
  ),
  dependencies: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
});

/** Grows the tree of a recipe below an app. */
export function growTree(app: App, recipe: TreeRecipe): readonly IConstruct[] {
  const scopes: Construct[] = [];
  const all: IConstruct[] = [];
  for (const [index, { kind, parent, id: name }] of recipe.constructs.entries()) {
    const inCharts = scopes.filter((scope) => scope.node.scopes.some(Chart.isChart));
    const candidates = kind === 'chart' ? [app, ...scopes] : inCharts;
    if (candidates.length === 0) continue;
    const scope = candidates[parent % candidates.length];
    const free = scope.node.tryFindChild(name) ? `${name}${index}` : name;
    if (kind === 'object') {
      all.push(new ApiObject(scope, free, { apiVersion: 'v1', kind: 'ConfigMap', data: { index: String(index) } }));
    } else {
      const construct = kind === 'chart' ? new Chart(scope, free) : new Construct(scope, free);
      scopes.push(construct);
      all.push(construct);
    }
  }
  for (const [source, target] of recipe.dependencies) {
    if (all.length === 0) break;
    // cdk8s loses what waits for itself, or overflows the stack: there is nothing to compare with.
    if (source % all.length === target % all.length) continue;
    const to = all[target % all.length];
    all[source % all.length].node.addDependency((source + target) % 7 === 0 ? new DependencyGroup(to) : to);
  }
  return all;
}
