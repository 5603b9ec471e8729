import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { FirstClaims } from './first-claims';

/** Services that claim one port of the nodes, or one address of the cluster. */
export function serviceConflict(context: CrossCheckContext): readonly Problem[] {
  const { manifests } = context;
  const first = new FirstClaims(context);
  const problems: Problem[] = [];
  manifests.forEach(({ identity, object, origin }, node) => {
    if (identity.kind !== 'Service' || identity.apiVersion !== 'v1') return;
    for (const { field, key, what } of claimsOf(new Field(object).at('spec'))) {
      const other = first.add(key, node);
      if (other === undefined) continue;
      problems.push(
        problemOf(context, {
          code: 'PLM7302',
          // Two charts may be for two clusters.
          severity: manifests[other].origin.chart === origin.chart ? 'error' : 'warning',
          node,
          field: field.path,
          message: `${nameOf(context, other, node)} has ${what} already.`,
        }),
      );
    }
  });
  return problems;
}

interface Claim {
  readonly key: string;
  readonly what: string;
  readonly field: Field;
}

function claimsOf(spec: Field): readonly Claim[] {
  const claims: Claim[] = [];
  for (const port of spec.at('ports').items()) {
    const field = port.at('nodePort');
    if (!field.number) continue;
    const protocol = port.at('protocol').text || 'TCP';
    claims.push({ key: `${protocol} ${field.number}`, what: `nodePort ${field.number}`, field });
  }
  const check = spec.at('healthCheckNodePort');
  if (check.number) claims.push({ key: `TCP ${check.number}`, what: `nodePort ${check.number}`, field: check });
  const address = spec.at('clusterIP');
  if (address.text !== '' && address.text !== 'None') {
    claims.push({ key: address.text, what: `the address ${address.text}`, field: address });
  }
  return claims;
}
