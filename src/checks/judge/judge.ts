import type { TargetMinor } from '../../api/minors';
import type { PodSecurityLabels, PodSecurityLevel, Review, ReviewRequest } from '../../engine/review';
import type { ObjectIdentity, Problem } from '../../problems/problem';
import { describeReview } from './describe-review';
import { describeRoute } from './describe-route';
import { namespaceLevels } from './namespace-levels';
import { sameData } from './same-data';
import type { Subject } from './subject';
import { describeUnjudged, listUnjudged } from './unjudged';
import type { UnjudgedKind } from './unjudged';

/** What objects are judged against. */
export interface JudgeSettings {
  /** The minor of Kubernetes that the objects are meant for, such as `1.27`. */
  readonly kubernetes: TargetMinor;
  /**
   * The namespace of objects that name none.
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * The Pod Security level of namespaces whose labels are not among the objects.
   * @default 'privileged'
   */
  readonly podSecurity?: PodSecurityLevel | PodSecurityLabels;
  /** Asks the API server's code, see `openReviewer`. */
  readonly reviewAll: (requests: readonly ReviewRequest[]) => readonly Review[];
}

/** What came of it. */
export interface Judgement {
  /** How many objects were judged. */
  readonly judged: number;
  /** Kinds that could not be judged. */
  readonly notJudged: readonly UnjudgedKind[];
  readonly problems: readonly Problem[];
}

/** An object and what is asked about it. */
interface Question {
  readonly subject: Subject;
  readonly request: ReviewRequest;
}

/**
 * Asks Kubernetes' own code about every object: whether it could be created, and where another one is there already, whether
 * it could replace that one. Of custom resources the routes of the Gateway API are judged by rules of our own. Objects of kinds
 * that are not known are listed, never taken for valid.
 */
export function judge(subjects: readonly Subject[], settings: JudgeSettings): Judgement {
  const questions = subjects.flatMap(askAbout(subjects, settings));
  const reviews = settings.reviewAll(questions.map(({ request }) => request));
  const problems: Problem[] = [];
  const unjudged: ObjectIdentity[] = [];
  let judged = 0;
  questions.forEach(({ request, subject }, index) => {
    const review = reviews[index];
    const isUpdate = request.operation === 'update';
    if (!review.judged && review.failure === undefined && review.reason !== undefined) {
      if (isUpdate) return;
      const said = describeRoute(subject);
      if (said === undefined) {
        unjudged.push(subject.identity);
      } else {
        judged += 1;
        problems.push(...said);
      }
      return;
    }
    if (!isUpdate) judged += 1;
    // What is wrong with the object itself was said when it was asked whether it can be created.
    const said = isUpdate ? reviews[index - 1] : undefined;
    problems.push(...describeReview(subject, review, said));
  });
  const notJudged = listUnjudged(unjudged);
  return { judged, notJudged, problems: [...problems, ...describeUnjudged(notJudged, settings.kubernetes)] };
}

function askAbout(subjects: readonly Subject[], settings: JudgeSettings): (subject: Subject) => readonly Question[] {
  const { namespace = 'default' } = settings;
  const levelOf = namespaceLevels(subjects, settings.podSecurity);
  return (subject) => {
    const { identity, previous, text } = subject;
    const podSecurity = levelOf(identity.namespace ?? namespace, subject.set);
    const common = { text, namespace, ...(podSecurity && { podSecurity }) };
    const create: Question = { subject, request: { operation: 'create', ...common } };
    if (!previous || previous.text === text || sameData(previous.object(), subject.object())) return [create];
    return [create, { subject, request: { operation: 'update', ...common, oldObject: previous.text } }];
  };
}
