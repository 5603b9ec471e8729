import { judgingMinorOf } from '../../api/minors';
import { describeReview } from '../../checks/judge/describe-review';
import type { CompareOptions } from '../../changes/compare-objects';
import { identityOfPair } from '../../changes/compared-object';
import type { Review, UpdateRequest } from '../../engine/review';
import { defaultMinor } from '../../judging';
import type { KubernetesObject } from '../../manifest/manifest';
import type { Problem } from '../../problems/problem';
import { openReviewer } from '../../verdicts/reviewer';
import type { Reviewer } from '../../verdicts/reviewer';
import type { JudgingFlags } from '../judging-options';
import { problem } from '../problem';
import { tuneEngine } from '../tune-engine';

/** What the API server's code is asked about changes, or why it cannot be asked. */
export type Server = Required<Pick<CompareOptions, 'defaulted' | 'refusals'>> | { readonly problem: Problem };

const nothingSaid: Review = { judged: true, allowed: true, errors: [], warnings: [], dropped: [], advice: [] };

/** Opens the API server's code, to be asked which defaults it fills in and which updates it refuses. */
export function askServer({ cacheFolder, kubernetes = defaultMinor }: JudgingFlags): Server {
  let reviewAll: Reviewer['reviewAll'];
  try {
    ({ reviewAll } = openReviewer({ kubernetes: judgingMinorOf(kubernetes), cacheFolder, beforeEngine: tuneEngine }));
  } catch (error) {
    return { problem: problem('PLM5009', { message: (error as Error).message }) };
  }
  return {
    defaulted: (objects) =>
      reviewAll(
        objects.map((object) => ({ operation: 'create', object, defaulted: true, advice: false }) as const),
      ).map(({ defaulted, judged }) => (judged ? (defaulted as KubernetesObject | undefined) : undefined)),
    refusals: (pairs) => {
      const requests = pairs.map(({ after, before }): UpdateRequest => {
        const [object, oldObject] = [after?.object() ?? {}, before?.object() ?? {}];
        return { operation: 'update', object, oldObject, advice: false };
      });
      return reviewAll(requests).map((review, index) => {
        const { after, before } = pairs[index];
        // What was not judged is not refused.
        if (!review.judged || !after || !before) return [];
        const subject = {
          identity: identityOfPair(pairs[index]),
          text: '',
          object: after.object,
          previous: { text: '', object: before.object },
          locate: () => ({}),
        };
        return describeReview(subject, review, nothingSaid).filter(({ code }) => code === 'PLM5002');
      });
    },
  };
}
