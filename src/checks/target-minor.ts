import { findNewer } from '../api/find-newer';
import { minorFieldsOf, otherVersion, servedIn, serves } from '../api/minor-facts';
import type { NewerField } from '../api/minor-facts';
import { isOlder, targetMinors } from '../api/minors';
import type { TargetMinor } from '../api/minors';
import { joinFieldPath } from '../problems/field-path';
import type { Problem } from '../problems/problem';
import type { Subject } from './judge/subject';

/** An object, as this check needs it. */
export type TargetSubject = Pick<Subject, 'identity' | 'object' | 'locate'>;

/**
 * Fields and API versions that came after the target minor, are switched on only in a later one, or are gone in it. Fields that no
 * minor has are not looked for.
 */
export function targetMinor(subjects: readonly TargetSubject[], target: TargetMinor): readonly Problem[] {
  return subjects.flatMap((subject) => checkSubject(subject, target));
}

function checkSubject(subject: TargetSubject, target: TargetMinor): readonly Problem[] {
  const { apiVersion, kind } = subject.identity;
  if (!serves(target, apiVersion, kind)) return [describeVersion(subject, target)];
  // Nothing is newer than the newest, and an object that nobody looks into need not be read.
  const type = `${apiVersion} ${kind}`;
  if (target === targetMinors.at(-1) || minorFieldsOf(type).length === 0) return [];
  const problems: Problem[] = [];
  findNewer(subject.object(), type, target, (steps, newer) => {
    problems.push(describeField(subject, steps.reduce<string>(joinFieldPath, ''), newer, target));
  });
  return problems;
}

function describeField(subject: TargetSubject, field: string, newer: NewerField, target: TargetMinor): Problem {
  const { came, gate, since } = newer;
  const isUnknown = isOlder(target, came);
  const gated = gate === undefined ? '' : `, with the feature gate ${gate}`;
  const message = isUnknown
    ? `Kubernetes ${target} does not know this field: it is there since Kubernetes ${since}${gated}.`
    : `Kubernetes ${target} does not take this field: its feature gate ${gate} is off there, and on by default since Kubernetes ${since}.`;
  return {
    code: 'PLM5201',
    severity: 'error',
    message,
    object: subject.identity,
    field,
    ...subject.locate(field, isUnknown ? 'UnknownField' : 'Dropped'),
    fix: `Remove the field, or ${retarget(since)}.`,
  };
}

function describeVersion(subject: TargetSubject, target: TargetMinor): Problem {
  const { apiVersion, kind } = subject.identity;
  const { since, until } = servedIn(apiVersion, kind);
  const other = otherVersion(target, apiVersion, kind);
  const isEarly = since !== undefined && isOlder(target, since);
  const when = isEarly ? `it is there since Kubernetes ${since}` : `Kubernetes ${until} was the last one that did`;
  const write =
    other === undefined ? undefined : `Write \`apiVersion: ${other}\`; other fields may have other names there`;
  const choose = isEarly ? retarget(since) : undefined;
  const fixes = [write ?? (isEarly ? 'Leave the object out' : 'Remove the object'), choose].filter(
    (it) => it !== undefined,
  );
  return {
    code: 'PLM5202',
    severity: 'error',
    message: `Kubernetes ${target} does not serve ${kind} in ${apiVersion}: ${when}.`,
    object: subject.identity,
    field: 'apiVersion',
    ...subject.locate('apiVersion'),
    fix: `${fixes.join(', or ')}.`,
  };
}

function retarget(since: TargetMinor): string {
  return `set \`kubernetes: '${since}'\` (\`--kubernetes ${since}\`) if that is what the cluster runs`;
}
