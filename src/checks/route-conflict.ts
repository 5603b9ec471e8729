import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { FirstClaims } from './first-claims';

/** A host and path that a route claims. */
interface Claim {
  /** What makes two claims the same. */
  readonly key: string;
  readonly host: string;
  readonly path: string;
  /** Where the traffic goes: the same twice is no conflict. */
  readonly backend: string;
  readonly field: Field;
}

/** Ingresses of one class, or HTTPRoutes of one Gateway, that claim one host and path for different backends. */
export function routeConflict(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const first = new FirstClaims(context);
  const backends = new Map<string, string>();
  const problems: Problem[] = [];
  manifests.forEach(({ identity, object }, node) => {
    const namespace = links.namespaces[node];
    const claims =
      identity.kind === 'Ingress'
        ? ingressClaims(new Field(object))
        : identity.kind === 'HTTPRoute'
          ? routeClaims(new Field(object), namespace)
          : [];
    for (const { backend, field, host, key, path } of claims) {
      const goesTo = `${namespace}/${backend}`;
      const before = backends.get(`${node} ${key}`);
      const isOwn = before !== undefined && before !== goesTo;
      const other = isOwn ? node : first.add(key, node);
      if (!isOwn && (other === undefined || backends.get(`${other} ${key}`) === goesTo)) {
        backends.set(`${node} ${key}`, goesTo);
        continue;
      }
      const place = `${host === '' ? 'every host' : `host ${host}`}, path ${path}`;
      const message = isOwn
        ? `It claims the same twice, for another backend: ${place}.`
        : `${nameOf(context, other ?? node, node)} claims the same: ${place}.`;
      problems.push(problemOf(context, { code: 'PLM7301', node, field: field.path, message }));
    }
  });
  return problems;
}

/** Annotations by which a controller tells requests of one host and path apart. */
const tellsApart =
  /^(?:nginx\.ingress\.kubernetes\.io\/canary|nginx\.org\/mergeable-ingress-type|alb\.ingress\.kubernetes\.io\/|konghq\.com\/(?:methods|headers)|haproxy\.org\/route-acl|traefik\.ingress\.kubernetes\.io\/router)/;

function ingressClaims(ingress: Field): readonly Claim[] {
  const annotations = ingress.at('metadata', 'annotations');
  if (annotations.entries().some(([key]) => tellsApart.test(key))) return [];
  const name = ingress.at('spec', 'ingressClassName').text || annotations.at('kubernetes.io/ingress.class').text;
  return ingress
    .at('spec', 'rules')
    .items()
    .flatMap((rule) => {
      const host = rule.at('host').text;
      return rule
        .at('http', 'paths')
        .items()
        .map((field) => {
          const path = field.at('path').text || '/';
          const key = ['Ingress', name, host, field.at('pathType').text, path].join('\0');
          return { key, host, path, field, backend: JSON.stringify(field.at('backend').value) };
        });
    });
}

function routeClaims(route: Field, namespace: string): readonly Claim[] {
  const spec = route.at('spec');
  const parents = spec
    .at('parentRefs')
    .items()
    .map((parent) => {
      const where = parent.at('namespace').text || namespace;
      return [where, parent.at('name').text, parent.at('sectionName').text, parent.at('port').number].join('/');
    });
  const hosts = spec.at('hostnames').texts.length > 0 ? spec.at('hostnames').texts : [''];
  const claims: Claim[] = [];
  for (const rule of spec.at('rules').items()) {
    const backend = JSON.stringify(rule.at('backendRefs').value ?? rule.at('filters').value);
    for (const match of rule.at('matches').items()) {
      // What looks at more than the path is told apart by it.
      if (match.at('headers').exists || match.at('queryParams').exists || match.at('method').exists) continue;
      const path = match.at('path', 'value').text || '/';
      const type = match.at('path', 'type').text || 'PathPrefix';
      for (const parent of parents) {
        for (const host of hosts) {
          const key = ['HTTPRoute', parent, host, type, path].join('\0');
          claims.push({ key, host, path, backend, field: match });
        }
      }
    }
  }
  return claims;
}
