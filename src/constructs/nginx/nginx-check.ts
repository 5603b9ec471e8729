import { isIP } from 'node:net';
import { portNameFlaw } from '../../values/port';
import { show } from '../../values/show';
import { checkDirectives } from './nginx-check-directive';
import { checkInteger, checkOneOf } from './nginx-check-number';
import { checkBodySize, checkRoute } from './nginx-check-route';
import { checkFilePath, checkHeaders, checkRequestPath, checkText } from './nginx-check-text';
import type { NginxConfigOptions } from './nginx-config-options';
import { checkDuration } from './nginx-duration';
import { locationForms } from './nginx-location';
import type { NginxProblem, Report } from './nginx-problem';
import { within } from './nginx-problem';
import type { NginxSecurityHeaders } from './nginx-security-headers';
import { defaultHealthPath } from './nginx-server';

/** Everything that keeps nginx from doing what the options say. Without a problem, nginx accepts the configuration. */
export function checkNginxConfig(options: NginxConfigOptions): readonly NginxProblem[] {
  const problems: NginxProblem[] = [];
  const report: Report = (field, found, allowed, fix) => problems.push({ field, flaw: { found, allowed, fix } });
  checkUpstreams(options, report);
  checkServer(options, report);
  checkClients(options, report);
  options.routes.forEach((route, index) =>
    checkRoute(route, Object.keys(options.upstreams), within(report, `routes[${index}]`)),
  );
  if (problems.length === 0) {
    checkLocations(options, report);
  }
  return problems;
}

function checkUpstreams(options: NginxConfigOptions, report: Report): void {
  checkInteger(options.port, 1, 65535, report, 'port');
  for (const [name, port] of Object.entries<number>(options.upstreams)) {
    const flaw = portNameFlaw(name);
    if (flaw !== undefined) {
      report('upstreams', flaw.found, flaw.allowed, flaw.fix);
    }
    checkInteger(port, 1, 65535, report, `upstreams[${show(name)}]`);
  }
  if (options.temporaryDirectory !== undefined) {
    checkFilePath(options.temporaryDirectory, report, 'temporaryDirectory');
  }
}

function checkServer(options: NginxConfigOptions, report: Report): void {
  checkBodySize(options.maxBodySize, report);
  checkHeaders(options.requestHeaders, 'requestHeaders', report);
  checkHeaders(options.responseHeaders, 'responseHeaders', report);
  for (const [name, duration] of Object.entries(options.timeouts ?? {})) {
    checkDuration(duration, within(report, 'timeouts'), name);
  }
  if (options.healthPath !== undefined && options.healthPath !== false) {
    checkRequestPath(options.healthPath, report, 'healthPath');
  }
  if (typeof options.securityHeaders === 'object') {
    checkSecurityHeaders(options.securityHeaders, within(report, 'securityHeaders'));
  }
  checkOneOf(options.forwardedHeaders, ['append', 'replace', 'off'], report, 'forwardedHeaders');
  checkOneOf(options.accessLog, ['combined', 'json', 'off'], report, 'accessLog');
  checkOneOf(options.errorLog, ['debug', 'info', 'notice', 'warn', 'error', 'crit'], report, 'errorLog');
  checkOneOf(options.ipFamilies?.join(), ['IPv4', 'IPv6', 'IPv4,IPv6'], report, 'ipFamilies');
  if (options.workerProcesses !== 'auto') {
    checkInteger(options.workerProcesses, 1, 512, report, 'workerProcesses');
  }
  checkInteger(options.workerConnections, 16, 65536, report, 'workerConnections');
  checkDirectives(options.directives?.http, report, 'directives.http');
  checkDirectives(options.directives?.server, report, 'directives.server');
}

function checkClients({ keepAlive, gzip, realClientIp }: NginxConfigOptions, report: Report): void {
  if (keepAlive !== undefined && keepAlive !== false) {
    checkInteger(keepAlive.connections, 1, 1024, report, 'keepAlive.connections');
    checkDuration(keepAlive.idleTimeout, report, 'keepAlive.idleTimeout');
  }
  if (typeof gzip === 'object') {
    checkInteger(gzip.level, 1, 9, report, 'gzip.level');
    checkInteger(gzip.minBytes, 20, 1_048_576, report, 'gzip.minBytes');
    gzip.types?.forEach((type, index) => {
      if (!/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type)) {
        report(`gzip.types[${index}]`, show(type), 'a content type', 'write it as "application/json"');
      }
    });
  }
  if (realClientIp !== undefined) {
    if (realClientIp.trusted.length === 0) {
      report(
        'realClientIp.trusted',
        'an empty list',
        'at least one address',
        'name the proxies in front, or leave it out',
      );
    }
    realClientIp.trusted.forEach((address, index) => checkAddress(address, report, `realClientIp.trusted[${index}]`));
    if (realClientIp.header !== undefined && !/^[A-Za-z0-9-]{1,64}$/.test(realClientIp.header)) {
      const allowed = '1 to 64 letters, digits and -';
      report('realClientIp.header', show(realClientIp.header), allowed, 'write the name of the header alone');
    }
  }
}

function checkSecurityHeaders(headers: NginxSecurityHeaders, report: Report): void {
  for (const name of ['contentSecurityPolicy', 'permissionsPolicy', 'referrerPolicy', 'frameOptions'] as const) {
    const value = headers[name];
    if (typeof value === 'string') {
      checkText(value, report, name);
    }
  }
  checkDuration(headers.strictTransportSecurity?.maxAge, report, 'strictTransportSecurity.maxAge');
}

function checkAddress(address: string, report: Report, field: string): void {
  const match = /^([0-9A-Fa-f.:]+)(?:\/(\d{1,3}))?$/.exec(address);
  const family = match === null ? 0 : isIP(match[1]!);
  if (family === 0 || Number(match?.[2] ?? 0) > (family === 4 ? 32 : 128)) {
    report(field, show(address), 'an IP address or a CIDR', 'write it as "10.0.0.0/8" or "fd00::/8"');
  }
}

/** Reports two routes for the same paths: nginx refuses them, or never looks at the second. */
function checkLocations(options: NginxConfigOptions, report: Report): void {
  const healthPath = options.healthPath ?? defaultHealthPath;
  const seen = new Map<string, string>(healthPath === false ? [] : [[`= ${healthPath}`, 'healthPath']]);
  const exact = new Set(options.routes.flatMap((route) => (route.exact === undefined ? [] : [route.exact])));
  options.routes.forEach((route, index) => {
    for (const form of locationForms(route, exact)) {
      const key = form.path === undefined ? form.args.join(' ') : `${form.args.length > 1 ? '= ' : ''}${form.path}`;
      const twin = seen.get(key);
      if (twin !== undefined) {
        report(
          `routes[${index}]`,
          `for "${key}", as ${twin} is`,
          'one route for a path',
          'remove one of the two, or change its path',
        );
      }
      seen.set(key, `routes[${index}]`);
    }
  });
}
