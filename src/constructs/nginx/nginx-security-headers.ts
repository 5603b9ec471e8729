import type { NginxDuration } from './nginx-duration';
import { durationSeconds } from './nginx-duration';

/** Headers that tell browsers to be careful. `false` leaves one out. */
export interface NginxSecurityHeaders {
  /**
   * `X-Content-Type-Options: nosniff`: the content type is what it is said to be.
   * @default true
   */
  readonly noSniff?: boolean;
  /**
   * `X-Frame-Options`: who may show the page in a frame.
   * @default 'SAMEORIGIN'
   */
  readonly frameOptions?: 'DENY' | 'SAMEORIGIN' | false;
  /**
   * `Referrer-Policy`: what other sites learn of the address.
   * @default 'strict-origin-when-cross-origin'
   */
  readonly referrerPolicy?:
    | 'no-referrer'
    | 'no-referrer-when-downgrade'
    | 'origin'
    | 'origin-when-cross-origin'
    | 'same-origin'
    | 'strict-origin'
    | 'strict-origin-when-cross-origin'
    | 'unsafe-url'
    | false;
  /**
   * `Content-Security-Policy`, as text.
   * @default - none
   */
  readonly contentSecurityPolicy?: string;
  /**
   * `Permissions-Policy`, as text.
   * @default - none
   */
  readonly permissionsPolicy?: string;
  /**
   * `Strict-Transport-Security`: browsers use https only. They remember it, so it cannot be taken back soon.
   * @default - none
   */
  readonly strictTransportSecurity?: NginxStrictTransportSecurity;
}

/** For how long, and where, browsers use https only. */
export interface NginxStrictTransportSecurity {
  /** For how long browsers remember it, printed in whole seconds: 1 ms to 365 days. */
  readonly maxAge: NginxDuration;
  /**
   * Whether it holds for subdomains as well.
   * @default false
   */
  readonly includeSubDomains?: boolean;
  /**
   * Whether the site asks to be put on the list that browsers ship with.
   * @default false
   */
  readonly preload?: boolean;
}

/** The headers and their values. */
export function securityHeaders(options: boolean | NginxSecurityHeaders | undefined): Readonly<Record<string, string>> {
  if (options === undefined || options === false) {
    return {};
  }
  const wanted = options === true ? {} : options;
  const headers = {
    'Content-Security-Policy': wanted.contentSecurityPolicy,
    'Permissions-Policy': wanted.permissionsPolicy,
    'Referrer-Policy': wanted.referrerPolicy ?? 'strict-origin-when-cross-origin',
    'Strict-Transport-Security': wanted.strictTransportSecurity && strictTransport(wanted.strictTransportSecurity),
    'X-Content-Type-Options': (wanted.noSniff ?? true) && 'nosniff',
    'X-Frame-Options': wanted.frameOptions ?? 'SAMEORIGIN',
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function strictTransport(options: NginxStrictTransportSecurity): string {
  const words = [`max-age=${durationSeconds(options.maxAge)}`];
  if (options.includeSubDomains === true) {
    words.push('includeSubDomains');
  }
  if (options.preload === true) {
    words.push('preload');
  }
  return words.join('; ');
}
