import { show } from '../../values/show';
import { checkText } from './nginx-check-text';
import type { NginxDirective } from './nginx-directive';
import type { Report } from './nginx-problem';

/** Directives that are printed from props: twice is an error for nginx, or hides the headers of the server. */
const fromProps = [
  'absolute_redirect access_log add_header alias client_body_temp_path client_body_timeout client_header_timeout',
  'client_max_body_size default_type fastcgi_temp_path gzip gzip_comp_level gzip_min_length gzip_proxied gzip_types gzip_vary',
  'index keepalive_timeout listen log_format log_not_found proxy_buffering proxy_connect_timeout proxy_headers_hash_bucket_size',
  'proxy_hide_header proxy_http_version proxy_pass proxy_read_timeout proxy_request_buffering proxy_send_timeout',
  'proxy_set_header proxy_temp_path real_ip_header real_ip_recursive return rewrite root scgi_temp_path send_timeout sendfile',
  'server_tokens set_real_ip_from try_files uwsgi_temp_path',
]
  .join(' ')
  .split(' ');

const blocks = 'events geo http if limit_except location map match server split_clients stream types upstream'.split(
  ' ',
);

/** Reports further directives that would not stay what they are: one line of their block. */
export function checkDirectives(
  directives: readonly NginxDirective[] | undefined,
  report: Report,
  field: string,
): void {
  directives?.forEach(([name, ...parameters], index) => {
    const place = `${field}[${index}]`;
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(name)) {
      report(
        place,
        show(name),
        'the name of a directive: lower-case letters, digits and _',
        'write each parameter by itself',
      );
    } else if (fromProps.includes(name)) {
      report(place, show(name), 'a directive that no prop prints', 'use the prop');
    } else if (blocks.includes(name)) {
      report(
        place,
        show(name),
        'a directive without a block of its own',
        'use an image that brings its own configuration',
      );
    }
    parameters.forEach((parameter) => checkText(String(parameter), report, place));
  });
}
