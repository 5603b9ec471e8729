import { judgingMinorOf } from '../../../src/api/minors';
import { judge } from '../../../src/checks/judge/judge';
import type { Judgement, JudgeSettings } from '../../../src/checks/judge/judge';
import type { Predecessor, Subject } from '../../../src/checks/judge/subject';
import { identityOf } from '../../../src/manifest/manifest';
import type { KubernetesObject } from '../../../src/manifest/manifest';
import { openReviewer } from '../../../src/verdicts/reviewer';

/** An object, or its text where the way it is written matters, as `judge` takes it. */
export function subject(written: object | string, previous?: object): Subject {
  const text = typeof written === 'string' ? written : JSON.stringify(written);
  const object = (): KubernetesObject | undefined =>
    typeof written === 'string' ? undefined : (JSON.parse(text) as KubernetesObject);
  const before: Predecessor | undefined = previous && {
    text: JSON.stringify(previous),
    object: () => previous as KubernetesObject,
  };
  return {
    identity: identityOf(object()),
    text,
    object,
    ...(before && { previous: before }),
    locate: (field) => ({ construct: `at ${field}` }),
  };
}

/** Judges with the real engine, without a cache. */
export function judgeObjects(subjects: readonly Subject[], settings: Partial<JudgeSettings> = {}): Judgement {
  const kubernetes = settings.kubernetes ?? '1.27';
  return judge(subjects, { kubernetes, ...openReviewer({ kubernetes: judgingMinorOf(kubernetes) }), ...settings });
}
