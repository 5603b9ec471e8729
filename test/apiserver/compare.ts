import type { Engine } from '../../src/engine/engine';
import type { Review } from '../../src/engine/review';
import { applySteps, textOf } from '../corpus/case';
import type { Case, Tree } from '../corpus/case';
import { cluster, namespaces } from '../corpus/cluster';
import { sorted, steadyText } from './verdict';
import type { Cause, Verdict } from './verdict';

/** What the API server and the engine disagree on. */
export type Difference = 'allowed' | 'fields' | 'warnings' | 'status' | 'texts';

/** Both answers to one case, in the same form. */
export interface Comparison {
  /** What differs. */
  readonly differences: readonly Difference[];
  /** What the server said. */
  readonly server: Verdict;
  /** What the engine said. */
  readonly engine: Verdict;
}

/** Asks the engine what the server was asked. */
export function compare(
  engine: Engine,
  operation: 'create' | 'update',
  base: Tree,
  one: Case,
  server: Verdict,
): Comparison {
  const text = textOf(applySteps(base, one.do));
  const oldObject = operation === 'update' ? textOf(applySteps(base, one.old ?? [])) : '';
  const settings = {
    text,
    cluster,
    dryRun: true,
    advice: false,
    requestNamespace: namespaces[one.podSecurity ?? 'privileged'],
    ...(one.podSecurity === undefined ? {} : { podSecurity: one.podSecurity }),
  } as const;
  const review =
    operation === 'create'
      ? engine.review({ ...settings, operation })
      : engine.review({ ...settings, operation, oldObject });
  const answer = verdictOfReview(review, operation, oldObject + text);
  return { differences: differencesOf(server, answer), server, engine: answer };
}

/** The engine's answer as the server would have sent it. */
export function verdictOfReview(review: Review, operation: 'create' | 'update', sent: string): Verdict {
  const steady = (text: string): string => steadyText(text, sent);
  if (!review.judged) return { code: 0, message: review.failure ?? review.reason ?? 'not judged' };
  const warnings = review.warnings.length > 0 ? { warnings: review.warnings.map(steady) } : {};
  if (review.allowed) return { code: operation === 'create' ? 201 : 200, ...warnings };
  const { code, reason, message } = review.status ?? { code: 0, reason: '', message: 'no status' };
  if (reason !== 'Invalid') return { code, reason, message: steady(message), ...warnings };
  const causes = review.errors.map((error): Cause => [error.type, error.field, steady(error.message)]);
  return { code, reason, causes: sorted(causes), ...warnings };
}

/** In what two answers differ. */
export function differencesOf(server: Verdict, engine: Verdict): readonly Difference[] {
  const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const found: Difference[] = [];
  if (server.code < 300 !== (engine.code > 0 && engine.code < 300)) found.push('allowed');
  if (differ(fieldsOf(server), fieldsOf(engine))) found.push('fields');
  // Where they come from a map, their order is another one in every run of the server.
  if (differ([...(server.warnings ?? [])].sort(), [...(engine.warnings ?? [])].sort())) found.push('warnings');
  if (differ([server.code, server.reason], [engine.code, engine.reason])) found.push('status');
  if (differ(textsOf(server), textsOf(engine))) found.push('texts');
  return found;
}

/** The fields that are named, each once: those of the causes, or those that strict decoding names in its text. */
function fieldsOf({ causes, message }: Verdict): readonly string[] {
  const fields = causes?.map(([, field]) => field) ?? strictTexts(message) ?? [];
  return [...new Set(fields)].sort();
}

/** Strict decoding lists what it finds in no certain order. */
function textsOf({ causes, message }: Verdict): unknown {
  return causes ?? [message?.split('strict decoding error: ')[0], ...(strictTexts(message) ?? [])];
}

function strictTexts(message: string | undefined): readonly string[] | undefined {
  return message?.split('strict decoding error: ')[1]?.split(', ').sort();
}
