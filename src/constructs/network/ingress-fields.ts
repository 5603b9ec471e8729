import type { IngressBackend as ApiBackend, IngressSpec } from '../../api/kubernetes';
import { hostFlaw, subdomainNameFlaw } from '../../values/name';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { IngressBackend, IngressPath, IngressProps, IngressRule, IngressTls } from '../ingress-props';
import type { Place } from '../place';
import { nameOf } from '../pod/reference';
import { settleBackend } from './backend';
import { pathFlaw } from './url-path';

/**
 * The Ingress' spec.
 *
 * @throws {PropsError} for a wrong host, path or backend, and for a path that stands twice
 */
export function ingressFields(place: Place, props: IngressProps): IngressSpec {
  const { ingressClassName, tls, defaultBackend, rules } = props;
  const settled = rulesOf(place, props);
  if (ingressClassName !== undefined) place.at('ingressClassName').check(subdomainNameFlaw(nameOf(ingressClassName)));
  if (settled.length === 0 && defaultBackend === undefined) {
    (rules === undefined ? place : place.at('rules')).refuse({
      found: rules === undefined ? 'without a backend' : 'empty',
      allowed: 'a backend, rules or a defaultBackend',
      fix: "say what serves the requests, such as backend: web.port('http')",
    });
  }
  checkTwice(place.at('rules'), settled);
  const hosts = [...new Set(settled.flatMap(({ host }) => (host === undefined ? [] : [host])))];
  return compact({
    ingressClassName: ingressClassName && nameOf(ingressClassName),
    defaultBackend: defaultBackend && backendOf(place.at('defaultBackend'), defaultBackend),
    tls: tls?.map((one, index) => tlsOf(place.at('tls').at(index), one, hosts)),
    rules: settled.length === 0 ? undefined : settled.map((rule, index) => ruleOf(placeOf(place, props, index), rule)),
  });
}

function rulesOf(place: Place, props: IngressProps): readonly IngressRule[] {
  const { rules, backend, host, path, pathType } = props;
  if (rules !== undefined) {
    for (const field of ['backend', 'host', 'path', 'pathType'] as const) {
      if (props[field] === undefined) continue;
      place
        .at(field)
        .refuse({ found: 'given beside rules', allowed: 'one of the two', fix: 'make it one of the rules' });
    }
    return rules;
  }
  if (backend !== undefined) return [{ host, paths: [{ path, pathType, backend }] }];
  if (host !== undefined || path !== undefined) {
    place
      .at('backend')
      .refuse({ found: 'left out', allowed: 'what serves the path', fix: 'say which port of which Service' });
  }
  return [];
}

/** Where a rule was written: in a list, or as the props themselves. */
function placeOf(place: Place, { rules }: IngressProps, index: number): Place {
  return rules === undefined ? place : place.at('rules').at(index);
}

function ruleOf(place: Place, { host, paths }: IngressRule): NonNullable<IngressSpec['rules']>[number] {
  if (host !== undefined) place.at('host').check(hostFlaw(host));
  if (paths.length === 0) {
    place.at('paths').refuse({ found: 'empty', allowed: 'at least one path', fix: 'write one with its backend' });
  }
  const inList = place.path.startsWith('rules[');
  const made = paths.map((path, index) => pathOf(inList ? place.at('paths').at(index) : place, path));
  return compact({ host, http: { paths: made } });
}

function pathOf(
  place: Place,
  { path = '/', pathType = 'Prefix', backend }: IngressPath,
): { readonly path: string; readonly pathType: string; readonly backend: ApiBackend } {
  place.at('pathType').oneOf(pathType, ['Prefix', 'Exact', 'ImplementationSpecific']);
  place.at('path').check(pathFlaw(path, pathType !== 'ImplementationSpecific'));
  return { path, pathType, backend: backendOf(place.at('backend'), backend) };
}

function backendOf(place: Place, backend: IngressBackend): ApiBackend {
  if (typeof backend === 'object' && backend !== null && 'resource' in backend) return { resource: backend.resource };
  const { service, name, number } = settleBackend(place, backend);
  return { service: { name: service, port: name === undefined ? { number } : { name } } };
}

function tlsOf(
  place: Place,
  { secretName, hosts }: IngressTls,
  all: readonly string[],
): { readonly hosts?: readonly string[] } {
  if (secretName !== undefined) {
    place.at('secretName').check(subdomainNameFlaw(nameOf(secretName)));
    const type: unknown = typeof secretName === 'string' ? undefined : secretName.type;
    if (type !== undefined && type !== 'kubernetes.io/tls') {
      place.at('secretName').refuse({
        found: `a Secret of type ${show(type)}`,
        allowed: 'one of type "kubernetes.io/tls"',
        fix: 'pass the Secret that has the certificate',
      });
    }
  }
  hosts?.forEach((host, index) => place.at('hosts').at(index).check(hostFlaw(host)));
  return compact({
    hosts: hosts ?? (all.length > 0 ? all : undefined),
    secretName: secretName && nameOf(secretName),
  });
}

/** A controller would take either of the two, and the API server says nothing. */
function checkTwice(place: Place, rules: readonly IngressRule[]): void {
  const seen = new Set<string>();
  rules.forEach(({ host = '', paths }, index) => {
    paths.forEach(({ path = '/', pathType = 'Prefix' }, position) => {
      const key = JSON.stringify([host, path, pathType]);
      if (seen.has(key)) {
        place
          .at(index)
          .at('paths')
          .at(position)
          .refuse({
            found: `${show(path)} (${pathType}), which "${host === '' ? '*' : host}" has already`,
            allowed: 'each path of a host once',
            fix: 'leave out one of the two',
          });
      }
      seen.add(key);
    });
  });
}
