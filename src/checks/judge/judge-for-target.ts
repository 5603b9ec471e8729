import { serves } from '../../api/minor-facts';
import { judgingMinorOf } from '../../api/minors';
import type { TargetMinor } from '../../api/minors';
import type { KubernetesMinor } from '../../engine/artefact';
import type { PodSecurityLabels, Review, ReviewRequest } from '../../engine/review';
import type { ObjectIdentity, Problem } from '../../problems/problem';
import { targetMinor } from '../target-minor';
import { judge } from './judge';
import type { Judgement, JudgeSettings } from './judge';
import { isNewerWarning } from './newer-warnings';
import type { Subject } from './subject';

/** What objects are judged against, for any minor that can be targeted. */
export interface TargetSettings extends Omit<JudgeSettings, 'reviewAll'> {
  /** Asks the API server's code of a minor, one of `enginesFor`. */
  readonly reviewAll: (requests: readonly ReviewRequest[], engine: KubernetesMinor) => readonly Review[];
}

/** The minors whose code is asked for a target: one, and the oldest where that alone knows API versions which the target serves. */
export function enginesFor(target: TargetMinor): readonly KubernetesMinor[] {
  const engine = judgingMinorOf(target);
  return engine === target ? [engine] : [engine, '1.27'];
}

/** Judges objects for a minor: asks the code of the nearest one there is, and tells what the target lacks beside that. */
export function judgeForTarget(subjects: readonly Subject[], settings: TargetSettings): Judgement {
  const { kubernetes: target } = settings;
  const judgements = enginesFor(target).map((engine) => {
    const own = subjects.filter(({ identity }) => engineFor(target, identity) === engine);
    const reviewAll = (requests: readonly ReviewRequest[]): readonly Review[] =>
      settings.reviewAll(engine === target ? requests : requests.map((it) => pinPodSecurity(it, target)), engine);
    return own.length === 0 ? undefined : judge(own, { ...settings, reviewAll });
  });
  const made = judgements.filter((it) => it !== undefined);
  const notJudged = made.flatMap((it) => it.notJudged);
  const said = made.flatMap((it) => it.problems).filter((it) => !isNewerWarning(it, target));
  const isExact = judgingMinorOf(target) === target;
  const lacking = targetMinor(isExact ? subjects.filter(mayLack(said, notJudged)) : subjects, target);
  const judged = made.reduce((sum, it) => sum + it.judged, 0);
  return { judged, notJudged, problems: withoutRepetition(lacking, said) };
}

/** The engine of an API version that the target serves and the engine's own minor does not any more is the oldest. */
function engineFor(target: TargetMinor, { apiVersion, kind }: ObjectIdentity): KubernetesMinor {
  const engine = judgingMinorOf(target);
  return serves(target, apiVersion, kind) && !serves(engine, apiVersion, kind) ? '1.27' : engine;
}

/** Where the engine is the target's own, objects that it took have nothing that the target lacks, and need not be looked at. */
function mayLack(said: readonly Problem[], notJudged: Judgement['notJudged']): (subject: Subject) => boolean {
  const complained = new Set(said.filter(({ severity }) => severity === 'error').map(({ object }) => object));
  const unknown = new Set(notJudged.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
  return ({ identity }) => complained.has(identity) || unknown.has(`${identity.apiVersion} ${identity.kind}`);
}

/** What the engine says of a field that the target lacks is said better by the tables, unless it knows the feature gate too. */
function withoutRepetition(lacking: readonly Problem[], said: readonly Problem[]): readonly Problem[] {
  if (lacking.length === 0) return said;
  const placeOf = ({ field, object }: Problem): string => `${identities.get(object)} ${field}`;
  const identities = new Map([...lacking, ...said].map(({ object }, index) => [object, index]));
  const dropped = new Set(said.filter(({ code }) => code === 'PLM5004').map(placeOf));
  const kept = lacking.filter((it) => !dropped.has(placeOf(it)));
  const fields = new Map<ObjectIdentity | undefined, string[]>();
  for (const { field = '', object } of kept) fields.set(object, [...(fields.get(object) ?? []), field]);
  const isRepeated = ({ code, field = '', object }: Problem): boolean =>
    (code === 'PLM5001' || code === 'PLM5005') && (fields.get(object) ?? []).some((above) => isAtOrBelow(field, above));
  return [...kept, ...said.filter((it) => !isRepeated(it))];
}

function isAtOrBelow(field: string, above: string): boolean {
  return field === above || field.startsWith(`${above}.`) || field.startsWith(`${above}[`);
}

/** The server's `latest` is the server's own minor: an engine of another minor is told which one is meant. */
function pinPodSecurity(request: ReviewRequest, target: TargetMinor): ReviewRequest {
  const { podSecurity } = request;
  if (podSecurity === undefined) return request;
  const given: PodSecurityLabels = typeof podSecurity === 'string' ? { enforce: podSecurity } : podSecurity;
  const pin = (version: string = 'latest'): string => (isAtMost(version, target) ? version : `v${target}`);
  // Without a level of its own, what is warned of is what is enforced, in the same version.
  const hasWarn = given.warn !== undefined || given.warnVersion !== undefined;
  const versions = {
    enforceVersion: pin(given.enforceVersion),
    ...(hasWarn && { warnVersion: pin(given.warnVersion) }),
  };
  return { ...request, podSecurity: { ...given, ...versions } };
}

/** Whether `v1.25` is a minor that the target has rules of: later ones mean the target's own. */
function isAtMost(version: string, target: TargetMinor): boolean {
  return /^v1\.\d+$/.test(version) && Number(version.slice(3)) <= Number(target.slice(2));
}
