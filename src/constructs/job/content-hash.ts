import { createHash } from 'node:crypto';
import type { JobSpec } from '../../api/kubernetes';

/** Digits of the hash: ten hexadecimal ones tell a trillion versions apart, and leave room for the name. */
const digits = 10;

/** Characters that `contentSuffix` puts after a name. */
export const suffixLength = digits + 1;

/**
 * A suffix for the name of a Job that changes whenever something changes that Kubernetes lets nobody change in a Job, and
 * never otherwise.
 */
export function contentSuffix(spec: JobSpec): string {
  const { parallelism: _a, backoffLimit: _b, activeDeadlineSeconds: _c, ttlSecondsAfterFinished: _d, ...rest } = spec;
  const { suspend: _e, ...fixed } = rest;
  return `-${createHash('sha256').update(canonical(fixed)).digest('hex').slice(0, digits)}`;
}

/** JSON with the keys of every map in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
