import type { NginxConfigOptions } from './nginx-config-options';
import type { Directive, Section } from './nginx-statement';
import { directive } from './nginx-statement';

/** Where requests are logged, and how. */
export function accessLogSection(options: NginxConfigOptions): Section {
  const format = options.accessLog ?? 'combined';
  if (format === 'off') {
    return [directive('access_log', 'off')];
  }
  const fields = format === 'json' ? [jsonFormat()] : [];
  return [...fields, directive('access_log', '/dev/stdout', format)];
}

function jsonFormat(): Directive {
  const numbers = ['status', 'body_bytes_sent', 'request_time'];
  const fields = [
    ['time', 'time_iso8601'],
    ['remote_addr', 'remote_addr'],
    ['method', 'request_method'],
    ['uri', 'request_uri'],
    ['protocol', 'server_protocol'],
    ['status', 'status'],
    ['body_bytes_sent', 'body_bytes_sent'],
    ['request_time', 'request_time'],
    ['upstream_status', 'upstream_status'],
    ['upstream_response_time', 'upstream_response_time'],
    ['host', 'host'],
    ['user_agent', 'http_user_agent'],
    ['referer', 'http_referer'],
    ['forwarded_for', 'http_x_forwarded_for'],
    ['request_id', 'request_id'],
  ] as const;
  const lines = fields.map(([key, name], index) => {
    const value = numbers.includes(name) ? `$${name}` : `"$${name}"`;
    return `'${index === 0 ? '{' : ''}"${key}":${value}${index === fields.length - 1 ? '}' : ','}'`;
  });
  return { name: 'log_format', args: ['json escape=json', ...lines], tall: true };
}
