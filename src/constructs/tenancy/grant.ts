import type { PolicyRule } from '../../api/kubernetes';
import type { Resource } from '../../api/resources';
import { show } from '../../values/show';
import { checkArgument } from '../check-props';
import { Place } from '../place';

/** What can be done with a resource. */
export type VerbOf<R extends Resource> = R extends Resource<infer Verb> ? Verb : never;

/**
 * What a role lets its subjects do: verbs on resources. What Kubernetes cannot do with a resource does not compile.
 *
 * @example
 * grant(api.pods, 'get', 'list', 'watch');
 * grant([api.deployments, api.statefulSets], 'patch');
 * grant(api.named(api.configMaps, 'settings'), 'get');
 *
 * @returns one rule for each API group
 * @throws {PropsError} for no resource, no verb, and for a verb that a resource does not have
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function grant<R extends Resource>(
  resources: R | readonly R[],
  ...verbs: readonly VerbOf<R>[]
): readonly PolicyRule[] {
  const asked = (Array.isArray(resources) ? resources : [resources]) as readonly Resource[];
  const place = new Place({ node: { path: 'grant()' } });
  asked.forEach((resource: Partial<Resource> | null | undefined, index) => {
    if (Array.isArray(resource?.verbs)) return;
    place
      .at('resources')
      .at(index)
      .refuse({ found: show(resource), allowed: 'a resource of the API', fix: 'take it from api, such as api.pods' });
  });
  if (asked.length === 0) {
    place
      .at('resources')
      .refuse({ found: 'empty', allowed: 'at least one resource', fix: 'name one, such as api.pods' });
  }
  if (verbs.length === 0) {
    place.at('verbs').refuse({ found: 'empty', allowed: 'at least one verb', fix: "name one, such as 'get'" });
  }
  for (const resource of asked) {
    for (const verb of verbs) place.at(`verbs of ${resource.resource}`).oneOf(verb, resource.verbs);
  }
  const byGroup = new Map<string, Resource[]>();
  for (const resource of asked) {
    const key = JSON.stringify([resource.group, resource.names]);
    byGroup.set(key, [...(byGroup.get(key) ?? []), resource]);
  }
  return [...byGroup.values()].map((group) => ({
    apiGroups: [group[0]!.group],
    resources: group.map(({ resource }) => resource),
    ...(group[0]!.names ? { resourceNames: [...group[0]!.names] } : {}),
    verbs: [...verbs],
  }));
}

/**
 * Paths of the API server that are no resources, such as `/metrics` or `/healthz/*`; for a ClusterRole.
 *
 * @throws {PropsError} for a path that does not begin with `/`, and for `*` before its end
 */
export function grantUrls(
  urls: readonly string[],
  ...verbs: readonly ('get' | 'post' | 'put' | 'delete' | 'head' | 'options' | 'patch')[]
): readonly PolicyRule[] {
  const place = new Place({ node: { path: 'grantUrls()' } });
  checkArgument(place.at('urls'), 'texts', urls);
  urls.forEach((url, index) => {
    if (url === '*' || /^\/[^*]*\*?$/.test(url)) return;
    place
      .at('urls')
      .at(index)
      .refuse({
        found: JSON.stringify(url),
        allowed: 'a path that begins with / and has * at its end only',
        fix: 'write it like "/metrics" or "/healthz/*"',
      });
  });
  if (verbs.length === 0) {
    place.at('verbs').refuse({ found: 'empty', allowed: 'at least one verb', fix: "name one, such as 'get'" });
  }
  return [{ nonResourceURLs: [...urls], verbs: [...verbs] }];
}
