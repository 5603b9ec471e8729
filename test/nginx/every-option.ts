import type { NginxServerOptions } from '../../src/constructs/nginx/nginx-config-options';
import { nginxVariable } from '../../src/constructs/nginx/nginx-variable';

/** Every option at once: a new one cannot be added without a value here. */
export const everyServerOption: Required<NginxServerOptions> = {
  healthPath: '/live',
  maxBodySize: '1Mi',
  timeouts: {
    connect: '1s',
    send: '2s',
    read: '3s',
    clientHeader: '4s',
    clientBody: '5s',
    clientSend: '6s',
    clientKeepAlive: '7s',
    shutdown: '8s',
  },
  requestHeaders: { set: { 'X-Request-Id': nginxVariable('request_id') }, remove: ['Cookie'] },
  responseHeaders: { set: { 'X-Answered-By': 'nginx' }, remove: ['X-Powered-By'] },
  forwardedHeaders: 'replace',
  realClientIp: { trusted: ['10.0.0.0/8'], header: 'X-Real-IP', recursive: false },
  securityHeaders: {
    noSniff: false,
    frameOptions: 'DENY',
    referrerPolicy: false,
    contentSecurityPolicy: "default-src 'self'; img-src *",
    permissionsPolicy: 'geolocation=()',
    strictTransportSecurity: { maxAge: '8760h', includeSubDomains: true, preload: true },
  },
  gzip: { types: ['application/json'], minBytes: 500, level: 1 },
  keepAlive: { connections: 8, idleTimeout: '10s' },
  accessLog: 'json',
  errorLog: 'warn',
  ipFamilies: ['IPv4'],
  workerProcesses: 2,
  workerConnections: 512,
  directives: { http: [['server_names_hash_bucket_size', 128]], server: [['charset', 'utf-8']] },
};
