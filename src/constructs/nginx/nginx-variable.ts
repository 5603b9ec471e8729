/**
 * Variables of nginx whose value belongs to the request at hand.
 *
 * `uri` and `document_uri` are left out on purpose: nginx decodes them, so that a client could put a line break,
 * and with it a header of its own, into whatever is made of them. `request_uri` is the safe one.
 */
const variables = [
  'args',
  'body_bytes_sent',
  'bytes_sent',
  'connection',
  'connection_requests',
  'content_length',
  'content_type',
  'host',
  'hostname',
  'is_args',
  'msec',
  'nginx_version',
  'pid',
  'proxy_add_x_forwarded_for',
  'query_string',
  'realip_remote_addr',
  'remote_addr',
  'remote_port',
  'request_id',
  'request_length',
  'request_method',
  'request_time',
  'request_uri',
  'scheme',
  'server_addr',
  'server_port',
  'server_protocol',
  'status',
  'time_iso8601',
  'upstream_addr',
  'upstream_response_time',
  'upstream_status',
] as const;

/** Families of variables: a request header, a query argument, a cookie, a header of the answer. */
const families = ['arg_', 'cookie_', 'http_', 'sent_http_', 'upstream_http_'] as const;

/** Name of an nginx variable, without the `$`: `remote_addr`, `http_x_request_id` (the header `X-Request-Id`). */
export type NginxVariableName = (typeof variables)[number] | `${(typeof families)[number]}${string}`;

/** The value of a variable, to be put into a text. See {@link variable}. */
export interface NginxVariable {
  /** Name without the `$`. */
  readonly variable: NginxVariableName;
}

/** What a pair of parentheses of a `rewrite` pattern matched. See {@link capture}. */
export interface NginxCapture {
  /** Number of the pair of parentheses, 1 to 9. */
  readonly capture: number;
}

/**
 * A text for nginx. A string means itself, character by character (`$` too); variables are written as
 * `nginxVariable('host')`, and a list joins its parts: `['https://', nginxVariable('host'), nginxVariable('request_uri')]`.
 */
export type NginxText = string | NginxVariable | readonly (string | NginxVariable)[];

/** A piece of a text. */
export type NginxTextPart = string | NginxVariable | NginxCapture;

/** A text for the target of a `rewrite`: as {@link NginxText}, and `nginxCapture(1)` is what the first parentheses matched. */
export type NginxRewriteText = string | readonly NginxTextPart[];

/**
 * The value of an nginx variable.
 * @param name name without the `$`, such as `remote_addr` or `http_x_request_id`
 */
export function nginxVariable(name: NginxVariableName): NginxVariable {
  return { variable: name };
}

/**
 * What a pair of parentheses of a `rewrite` pattern matched.
 * @param number which pair, counted from 1, at most 9
 */
export function nginxCapture(number: number): NginxCapture {
  return { capture: number };
}

/** Whether nginx knows a variable of this name, and its value is safe in a header. */
export function isVariableName(name: unknown): boolean {
  if (typeof name !== 'string') {
    return false;
  }
  if ((variables as readonly string[]).includes(name)) {
    return true;
  }
  const family = families.find((prefix) => name.startsWith(prefix));
  return family !== undefined && /^[a-z0-9_]{1,64}$/.test(name.slice(family.length));
}
