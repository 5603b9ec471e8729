import { fields, number, text } from './schema';
import type { FieldsSchema, Rule, TextSchema } from './schema';

/*
 * The values that routes are made of, as the definitions of Gateway API 1.7 have them.
 */

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;

/** A DNS subdomain. */
export const dnsName = text({ least: 1, most: 253, pattern: new RegExp(`^${subdomain}$`) });

/** A DNS subdomain, or `*.` before one. */
export const hostname = text({ least: 1, most: 253, pattern: new RegExp(`^(\\*\\.)?${subdomain}$`) });

/** The name of an object. */
export const objectName = text({ least: 1, most: 253 });

/** A namespace. */
export const namespace = text({ least: 1, most: 63, pattern: new RegExp(`^${label}$`) });

/** A port number. */
export const port = number({ least: 1, most: 65535 });

/** An API group; the core group has an empty name. */
export function group(fallback?: string): TextSchema {
  const pattern = new RegExp(`^$|^${subdomain}$`);
  return text({ most: 253, pattern, ...(fallback !== undefined && { default: fallback }) });
}

/** The kind of an object. */
export function kind(fallback?: string): TextSchema {
  const pattern = /^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
  return text({ least: 1, most: 63, pattern, ...(fallback !== undefined && { default: fallback }) });
}

/** The name of a header, a query parameter or a cookie. */
export const headerName = text({ least: 1, most: 256, pattern: /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/ });

/** The value of a header. The experimental channel knows which characters it may have. */
export function headerValue(isExperimental: boolean): TextSchema {
  return text({ least: 1, most: 4096, ...(isExperimental && { pattern: /^[!-~]+([\t ][!-~]+)*$/ }) });
}

/** A time such as `1m30s`. */
export const duration = text({ pattern: /^([0-9]{1,5}(h|m|s|ms)){1,4}$/ });

interface Reference {
  readonly group: string;
  readonly kind: string;
  readonly port?: number;
}

const servicePort: Rule<Reference> = {
  must: 'have a port, because it is a Service',
  holds: ({ group: of, kind: is, port: at }) => of !== '' || is !== 'Service' || at !== undefined,
};

const backendPort: Rule<Reference> = {
  must: 'have no port, because an XBackend has its own',
  holds: ({ group: of, kind: is, port: at }) =>
    of !== 'gateway.networking.x-k8s.io' || is !== 'XBackend' || at === undefined,
};

/** A reference to what takes requests; more fields may stand beside it. */
export function backendReference(isExperimental: boolean, more: FieldsSchema['fields'] = {}): FieldsSchema {
  const reference = { group: group(''), kind: kind('Service'), name: objectName, namespace, port };
  return fields(
    { ...reference, ...more },
    { required: ['name'], rules: isExperimental ? [servicePort, backendPort] : [servicePort] },
  );
}
