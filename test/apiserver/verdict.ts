import type { ApiAnswer } from './client';

/** A reason to refuse: type, field and text. */
export type Cause = readonly [type: string, field: string, text: string];

/** What the API server answered to a case. Nothing in it differs between two runs. */
export interface Verdict {
  /** The HTTP status: 200 and 201 where the object is allowed. */
  readonly code: number;
  /** The reason of a refusal, such as `Invalid`. */
  readonly reason?: string;
  /** The causes of an `Invalid`, sorted. */
  readonly causes?: readonly Cause[];
  /** The text of any other refusal. */
  readonly message?: string;
  /** The warnings, in the server's order. */
  readonly warnings?: readonly string[];
}

/** The verdict on kinds and versions that the server does not serve: there is no path to send them to. */
export const notServed: Verdict = {
  code: 404,
  reason: 'NotFound',
  message: 'the server could not find the requested resource',
};

/**
 * The answer as it is kept.
 * @param sent the texts that were sent: what they name is not chance
 */
export function verdictOf(answer: ApiAnswer, sent: string): Verdict {
  const steady = (text: string): string => steadyText(text, sent);
  const warnings = answer.warnings.length > 0 ? { warnings: answer.warnings.map(steady) } : {};
  if (answer.code < 300) return { code: answer.code, ...warnings };
  const { reason, message, details } = answer.body as {
    readonly reason?: string;
    readonly message?: string;
    readonly details?: {
      readonly causes?: readonly { readonly reason?: string; readonly field?: string; readonly message?: string }[];
    };
  };
  const refusal = { code: answer.code, ...(reason === undefined ? {} : { reason }) };
  if (reason === 'Invalid' && details?.causes !== undefined) {
    const causes = details.causes.map((cause): Cause => [
      cause.reason ?? '',
      cause.field ?? '',
      steady(cause.message ?? ''),
    ]);
    return { ...refusal, causes: sorted(causes), ...warnings };
  }
  return { ...refusal, message: steady(message ?? String(answer.body.text)), ...warnings };
}

/** Sorts causes by field, text and type, by code unit. */
export function sorted(causes: readonly Cause[]): readonly Cause[] {
  const key = ([type, field, text]: Cause): string => `${field}\0${text}\0${type}`;
  return [...causes].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const longest = 600;

/** The ranges of `cluster.ts`. */
const clusterAddress = /\b10\.96(?:\.\d+){2}\b|\bfd00:10:96:[0-9a-f:]+/g;

/** Takes out of a text what differs from run to run, and the middle of what is too long to keep. */
export function steadyText(text: string, sent: string): string {
  // The expression takes long where a long text holds no address.
  const placeless = text.includes('0x')
    ? text.replaceAll(/\(?\*?[\w./]+\)?\(?0xc?[0-9a-f]{5,}\)?/g, '(pointer)')
    : text;
  const same = placeless
    // The difference that follows is printed by go-cmp, which changes its form on purpose from one build to the next.
    .replace(
      /^(Forbidden: (?:spec[.\w]* is immutable after creation|pod updates may not change fields other than)[^\n]*)\n[\s\S]*$/,
      '$1',
    )
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(uid)')
    .replaceAll(clusterAddress, (address) => (sent.includes(`"${address}"`) ? address : '(address)'));
  const prefix = /"generateName":"(?<prefix>(?:[^"\\]|\\.)+)"/.exec(sent)?.groups?.prefix;
  const named = prefix === undefined ? same : withoutGenerated(same, prefix);
  return named.length <= longest
    ? named
    : `${named.slice(0, longest / 2)}(${named.length} characters)${named.slice(-longest / 2)}`;
}

/** The five letters that the server adds to `generateName`. */
function withoutGenerated(text: string, prefix: string): string {
  const letters = /^[bcdfghjklmnpqrstvwxz2456789]{5}"/;
  const [first = '', ...rest] = text.split(`"${prefix}`);
  return first + rest.map((part) => `"${prefix}${letters.test(part) ? `(generated)${part.slice(5)}` : part}`).join('');
}
