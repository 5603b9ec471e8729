import { judge } from './checks/judge/judge';
import type { Judgement } from './checks/judge/judge';
import { subjectsOf } from './checks/judge/subject';
import type { Predecessor } from './checks/judge/subject';
import type { KubernetesMinor } from './engine/artefact';
import type { PodSecurityLevel } from './engine/review';
import type { Manifest } from './manifest/manifest';
import type { OutputFile } from './output/output-file';
import type { ObjectIdentity, Problem } from './problems/problem';
import { onlyOnes, readFormerObjects } from './reading/predecessors';
import type { FormerObjects } from './reading/predecessors';
import { openReviewer } from './verdicts/reviewer';

/** How the objects of an app are judged by the API server's own code. */
export interface JudgingProps {
  /**
   * The minor of Kubernetes that the objects are meant for.
   * @default '1.27'
   */
  readonly kubernetes?: KubernetesMinor;
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
   * What the objects replace: the folder that holds the manifests as they are now, an absolute path.
   * @default - nothing: no update is judged
   */
  readonly replaces?: string;
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
export const defaultMinor: KubernetesMinor = '1.27';

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
  const judgement = judge(subjects, {
    kubernetes,
    podSecurity,
    reviewAll: opened.reviewAll,
  });
  const deleted = former?.without(identities).map(({ identity }) => identity);
  return { ...judgement, deleted: deleted ?? [] };
}

/** Opens the engine; where it is not there, that is a warning and no reason to fail. */
export function tryOpenReviewer(
  options: Parameters<typeof openReviewer>[0],
): ReturnType<typeof openReviewer> | { readonly problem: Problem } {
  try {
    return openReviewer(options);
  } catch (error) {
    return { problem: { code: 'PLM5009', severity: 'warning', message: (error as Error).message } };
  }
}
