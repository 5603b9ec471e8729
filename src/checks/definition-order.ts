import { Field } from '../links/field';
import { groupOf } from '../links/kinds';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/**
 * Custom resources above their CustomResourceDefinition, and objects above their Namespace, in one chart or file: once for
 * each definition. Between files the order is that of whoever applies them.
 */
export function definitionOrder(context: CrossCheckContext): readonly Problem[] {
  const { manifests } = context;
  const firstUse = new Map<string, number>();
  const problems: Problem[] = [];
  manifests.forEach(({ identity, object, origin }, node) => {
    const { apiVersion, kind, name, namespace } = identity;
    const chart = `${origin.chart}\0`;
    for (const used of [`${chart}${groupOf(apiVersion)}/${kind}`, `${chart}${namespace ?? ''}`]) {
      if (!firstUse.has(used)) firstUse.set(used, node);
    }
    const defines = definitionOf(kind, name, object);
    const early = defines === undefined ? undefined : firstUse.get(chart + defines);
    if (early === undefined || early === node) return;
    problems.push(
      problemOf(context, {
        code: 'PLM7006',
        node: early,
        field: '',
        message: `${nameOf(context, early)} comes before ${nameOf(context, node)}, which defines its ${kind === 'Namespace' ? 'namespace' : 'kind'}.`,
      }),
    );
  });
  return problems;
}

/** What an object defines, in the words of those that use it. */
function definitionOf(kind: string, name: string, object: unknown): string | undefined {
  if (kind === 'Namespace') return name === '' ? undefined : name;
  if (kind !== 'CustomResourceDefinition') return undefined;
  const spec = new Field(object).at('spec');
  return `${spec.at('group').text}/${spec.at('names', 'kind').text}`;
}
