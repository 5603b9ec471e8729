import { checkNginxConfig } from './nginx-check';
import type { NginxConfigOptions } from './nginx-config-options';
import { printDuration } from './nginx-duration';
import { httpBlock } from './nginx-http';
import type { NginxProblem } from './nginx-problem';
import { block, comment, directive, printSections } from './nginx-statement';
import { literal } from './nginx-token';

/** A configuration, or the reasons why there is none. */
export type NginxConfigResult =
  | { readonly text: string; readonly problems: readonly [] }
  | { readonly text?: undefined; readonly problems: readonly [NginxProblem, ...NginxProblem[]] };

/**
 * The text of `nginx.conf` for an nginx without privileges: it writes below one directory only, logs to its standard
 * output and error, and needs no root. The same options give the same text.
 */
export function nginxConfig<Port extends string>(options: NginxConfigOptions<Port>): NginxConfigResult {
  const [first, ...others] = checkNginxConfig(options);
  return first === undefined ? { text: printNginxConfig(options), problems: [] } : { problems: [first, ...others] };
}

function printNginxConfig(options: NginxConfigOptions): string {
  const shutdown = options.timeouts?.shutdown;
  return printSections([
    [comment('Made by Plimsoll from the routes in the TypeScript code; changes here are lost.')],
    [
      directive('worker_processes', options.workerProcesses ?? 1),
      directive('pid', literal(`${options.temporaryDirectory ?? '/tmp'}/nginx.pid`)),
      directive('error_log', 'stderr', options.errorLog ?? 'notice'),
      ...(shutdown === undefined ? [] : [directive('worker_shutdown_timeout', printDuration(shutdown))]),
    ],
    [block('events', [], [directive('worker_connections', options.workerConnections ?? 1024)])],
    [httpBlock(options)],
  ]);
}
