import type { Review, ReviewAdvice, ReviewError } from '../../engine/review';
import type { ProblemCode } from '../../problems/catalogue';
import type { Problem, Severity } from '../../problems/problem';
import { sentence } from '../../problems/sentence';
import { describeChanges } from './changes';
import { findRemedy } from './remedies';
import type { Subject } from './subject';
import { isCopy, writtenField } from './written-field';

/**
 * What the API server would say about an object, and what it would not say, as problems.
 *
 * @param said what has been said about the object already, when it was asked whether it can be created
 */
export function describeReview(subject: Subject, review: Review, said?: Review): readonly Problem[] {
  const describe = describeFor(subject, said !== undefined);
  if (!review.judged) {
    const failure = firstLine(review.failure ?? '');
    const isLimit = failure.startsWith('too large to be judged');
    const message = isLimit ? `This object is ${failure}` : `The engine failed on this object: ${failure}`;
    return [describe('PLM5008', 'error', '', '', message)];
  }
  const isNew = <Finding extends { readonly field: string; readonly detail: string }>(
    finding: Finding,
    before: readonly Finding[] | undefined,
  ): boolean => !before?.some((it) => it.field === finding.field && it.detail === finding.detail);
  const problems: Problem[] = [];
  for (const error of review.errors) {
    if (!isNew(error, said?.errors) || isCopy(error, review.errors, subject.object)) continue;
    problems.push(said ? describeRefusedUpdate(subject, error, describe) : describeError(subject, error, describe));
  }
  if (review.failure !== undefined) {
    const message = `The API server's code fails on this object: ${firstLine(review.failure)}`;
    problems.push(describe('PLM5008', 'error', '', '', message));
  }
  // An update that cannot be is reason enough to say nothing of what else there is; what is, was said before.
  if (said) return problems;
  for (const { field, gate, since } of review.dropped) {
    problems.push(describe('PLM5004', 'error', field, 'Dropped', describeDropped(gate, since)));
  }
  for (const advice of review.advice) {
    if (advice.severity !== 'info') problems.push(describeAdvice(advice, describe));
  }
  for (const warning of review.warnings) {
    const { field, text } = splitWarning(warning);
    if (!isAdvised(warning, field, review.advice)) problems.push(describe('PLM5003', 'warning', field, '', text));
  }
  return problems;
}

type Describe = (
  code: ProblemCode,
  severity: Severity,
  field: string,
  type: string,
  message: string,
  serverText?: string,
) => Problem;

function describeFor(subject: Subject, isUpdate: boolean): Describe {
  return (code, severity, field, type, message, serverText = message) => {
    const fix = findRemedy({ message: serverText, field, kind: subject.identity.kind, isUpdate });
    return {
      code,
      severity,
      message,
      object: subject.identity,
      ...(field !== '' && { field }),
      ...subject.locate(field, type),
      ...(fix !== undefined && { fix }),
    };
  };
}

function describeError(subject: Subject, error: ReviewError, describe: Describe): Problem {
  return describe('PLM5001', 'error', writtenField(error, subject.object), error.type, textOf(error));
}

/** Values of more characters than this are left out: the server prints them as Go does, with every field there could be. */
const longest = 400;

/**
 * The server's own text. Where that says nothing at all ("could not find the requested resource"), the engine's; lines of a
 * document mean nothing in a file of many; and a large value is left out.
 */
function textOf({ detail, message, type }: ReviewError): string {
  if (type === 'NotFound') return detail;
  const text = message.replace(/^yaml: (?:unmarshal errors:\s+)?(?:line \d+: )?/, 'yaml: ');
  if (text.length <= longest) return text;
  const [kind] = /^[A-Z][a-z ]+(?=: )/.exec(text) ?? [];
  const [reason] = detail.split('\n', 1);
  return kind === undefined || reason.startsWith(kind) ? reason : `${kind}: ${reason}`;
}

function describeRefusedUpdate(subject: Subject, error: ReviewError, describe: Describe): Problem {
  // "updates to statefulset spec for fields other than 'replicas', 'template' are forbidden"
  const isExcept = error.message.includes('other than');
  const except = isExcept
    ? [...error.message.matchAll(/['`](?:spec\.)?([\w.*[\]]+)['`]/g)].map((match) => match[1])
    : [];
  const field = writtenField(error, subject.object);
  const changes = describeChanges(subject.previous?.object(), subject.object(), field, except);
  const [server, ...rest] = [textOf(error), ...changes.map((line) => `  ${line}`)];
  return describe('PLM5002', 'error', field, error.type, [server, ...rest].join('\n'), server);
}

function describeAdvice(advice: ReviewAdvice, describe: Describe): Problem {
  const code = advice.severity === 'error' ? 'PLM5005' : 'PLM5006';
  const severity = advice.severity === 'error' ? 'error' : 'warning';
  return describe(
    code,
    severity,
    advice.field,
    advice.type,
    `${sentence(advice.detail)} ${advice.reason}`,
    advice.detail,
  );
}

function describeDropped(gate: string | undefined, since: string | undefined): string {
  const reason = gate
    ? `it belongs to the feature gate ${gate}, which is off`
    : 'no feature that is switched on has it';
  return `The API server drops this field without a word: ${reason}${since ? `; on by default since Kubernetes ${since}` : ''}.`;
}

/** Warnings often begin with the path of a field. */
function splitWarning(warning: string): { readonly field: string; readonly text: string } {
  const match = /^((?:spec|metadata|data|stringData|template|webhooks|rules)[\w.[\]/-]*): (.+)$/s.exec(warning);
  return match ? { field: match[1], text: match[2] } : { field: '', text: warning };
}

/** Whether our advice says the same already, and more. */
function isAdvised(warning: string, field: string, advice: readonly ReviewAdvice[]): boolean {
  const violated = /^would violate (PodSecurity "[^"]+")/.exec(warning)?.[1];
  if (violated !== undefined) return advice.some((it) => it.detail.startsWith(`violates ${violated}`));
  return /^duplicate/i.test(warning.slice(field.length + 2)) && advice.some((it) => it.field === field);
}

function firstLine(text: string): string {
  return sentence(text.split('\n', 1)[0].slice(0, 300));
}
