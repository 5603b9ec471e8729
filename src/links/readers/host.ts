import type { Field } from '../field';
import type { Referrer } from '../referrer';

/** A host, as it stands in a URL or alone: `http://api:8080/v1`, `api.shop.svc.cluster.local:8080`, `api`. */
const address =
  /^(?:[a-z][a-z0-9+.-]*:\/\/(?:[^@/\s]*@)?)?([a-z](?:[a-z0-9-]*[a-z0-9])?)((?:\.[a-z0-9-]+)*)(?::(\d{1,5}))?(?:[/?#].*)?$/;

/** A longer value is a text, not a list of addresses. */
const longest = 2000;

/** Notes the Services whose names stand in a value, where there are such Services: then it is no chance. */
export function readHosts(value: Field, refer: Referrer): void {
  if (value.text === '' || value.text.length > longest) return;
  for (const part of value.text.split(',', 20)) {
    const match = address.exec(part.trim());
    if (!match) continue;
    const [, name, domain, digits] = match;
    const namespace = namespaceOf(domain, refer.namespace);
    if (namespace === undefined) continue;
    const portNumber = digits === undefined ? undefined : Number(digits);
    refer.maybeTo('depends on', value, { kind: 'Service', name, namespace }, { portNumber });
  }
}

/** The namespace that the rest of a host name means: `.shop`, `.shop.svc`, `.shop.svc.cluster.local`. */
function namespaceOf(domain: string, own: string): string | undefined {
  if (domain === '') return own;
  const [, namespace, service, ...cluster] = domain.split('.');
  if (service === undefined) return namespace;
  return service === 'svc' && (cluster.length === 0 || cluster.length >= 2) ? namespace : undefined;
}
