import { isTargetMinor, judgingMinorOf, targetMinors } from './api/minors';
import type { TargetMinor } from './api/minors';
import type { Judgement } from './checks/judge/judge';
import { enginesFor, judgeForTarget } from './checks/judge/judge-for-target';
import { subjectsOf } from './checks/judge/subject';
import type { Predecessor } from './checks/judge/subject';
import type { KubernetesMinor } from './engine/artefact';
import type { PodSecurityLevel, Review, ReviewRequest } from './engine/review';
import type { Manifest } from './manifest/manifest';
import type { OutputFile } from './output/output-file';
import type { ObjectIdentity, Problem } from './problems/problem';
import { onlyOnes, readFormerObjects } from './reading/predecessors';
import type { FormerObjects } from './reading/predecessors';
import { openReviewer } from './verdicts/reviewer';

/** How the objects of an app are judged by the API server's own code. */
export interface JudgingProps {
  /**
   * The minor of Kubernetes that the objects are meant for, from `1.27` to `1.36`. A field or an API version that it lacks is an error.
   * @default '1.27'
   */
  readonly kubernetes?: TargetMinor;
  /**
   * The Pod Security level of namespaces whose Namespace, with its labels, is not part of the app.
   * @default 'privileged'
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * Whether the objects are judged at all.
   * @default true
   */
  readonly judge?: boolean;
}

/** The same, with what only the place knows where an app is run. */
export interface JudgingSettings extends JudgingProps {
  /**
   * Where verdicts are kept between runs: a folder, an absolute path.
   * @default - they are not kept
   */
  readonly cacheFolder?: string;
  /**
   * What the objects replace: the folder that holds the manifests as they are now, an absolute path, or its files.
   * @default - nothing: no update is judged
   */
  readonly replaces?: string | readonly OutputFile[];
  /**
   * Called before the engine is asked, with the number of objects that it will be asked about.
   * @default - nothing is done
   */
  readonly beforeEngine?: (objects: number) => void;
}

/** What the API server would say to an app's objects. */
export interface AppJudgement extends Judgement {
  /** Objects that are there now and would not be any more. */
  readonly deleted: readonly ObjectIdentity[];
}

/** The minor that objects are judged for unless said otherwise. */
export const defaultMinor: TargetMinor = '1.27';

/**
 * Judges the objects of an app.
 *
 * @param files what would be written; none where only the objects are of interest, and then no update is judged
 */
export function judgeManifests(
  manifests: readonly Manifest[],
  settings: JudgingSettings,
  files: readonly OutputFile[] = [],
  pathOf?: ReadonlyMap<Manifest, string>,
): AppJudgement {
  const nothing = { judged: 0, notJudged: [], problems: [], deleted: [] };
  if (settings.judge === false) return nothing;
  const { beforeEngine, cacheFolder, kubernetes = defaultMinor, podSecurity, replaces } = settings;
  const opened = tryOpenReviewer({ kubernetes, cacheFolder, beforeEngine });
  if ('problem' in opened) return { ...nothing, problems: [opened.problem] };
  const former: FormerObjects | undefined =
    replaces !== undefined && files.length > 0 ? readFormerObjects(replaces, files) : undefined;
  const identities = manifests.map(({ identity }) => identity);
  const isOnly = onlyOnes(former ? identities : []);
  const previous = (manifest: Manifest): Predecessor | undefined =>
    former?.find(manifest.identity, pathOf?.get(manifest), isOnly(manifest.identity));
  const subjects = subjectsOf(manifests, former && previous);
  const judgement = judgeForTarget(subjects, {
    kubernetes,
    podSecurity,
    reviewAll: opened.reviewAll,
  });
  const deleted = former?.without(identities).map(({ identity }) => identity);
  return { ...judgement, deleted: deleted ?? [] };
}

/** How engines are opened. */
interface ReviewerOptions extends Omit<Parameters<typeof openReviewer>[0], 'kubernetes'> {
  readonly kubernetes: TargetMinor;
}

/** The engines for a target. */
interface TargetReviewer {
  /** Asks one of `enginesFor` the target, the one that judges it unless said otherwise. */
  readonly reviewAll: (requests: readonly ReviewRequest[], engine?: KubernetesMinor) => readonly Review[];
}

/**
 * Opens the engines for a target. Where they are not there, that is a warning and no reason to fail; a target that there is not,
 * which compiles in JavaScript only, is.
 */
export function tryOpenReviewer(options: ReviewerOptions): TargetReviewer | { readonly problem: Problem } {
  const { kubernetes, ...others } = options;
  if (!isTargetMinor(kubernetes)) {
    const message = `Kubernetes ${JSON.stringify(kubernetes)} cannot be targeted: the minors are ${targetMinors.join(', ')}.`;
    return { problem: { code: 'PLM5203', severity: 'error', message } };
  }
  try {
    const reviewers = new Map(enginesFor(kubernetes).map((it) => [it, openReviewer({ ...others, kubernetes: it })]));
    const own = judgingMinorOf(kubernetes);
    return { reviewAll: (requests, engine = own) => reviewers.get(engine)!.reviewAll(requests) };
  } catch (error) {
    return { problem: { code: 'PLM5009', severity: 'warning', message: (error as Error).message } };
  }
}
