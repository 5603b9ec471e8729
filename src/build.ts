import type { App } from 'cdk8s';
import type { TargetMinor } from './api/minors';
import { check } from './checks/all-checks';
import { constructMetadataFile } from './layout/construct-metadata';
import { layOut } from './layout/lay-out';
import type { Layout, LayoutSettings } from './layout/lay-out';
import { defaultMinor, judgeManifests } from './judging';
import type { AppJudgement } from './judging';
import type { AllowedProblem } from './manifest/allowances';
import type { Manifest } from './manifest/manifest';
import { synthesize } from './manifest/synthesize';
import type { Synthesis } from './manifest/synthesize';
import type { OutputFile } from './output/output-file';
import { hasErrors } from './problems/problem';
import type { Problem } from './problems/problem';
import { reviewManifests, weigh } from './reviewing';
import type { ReviewSettings } from './reviewing';
import { printYamlDocuments } from './yaml/print';

/** The objects an app makes, and what is wrong with them. */
export interface Inspection {
  readonly synthesis: Synthesis;
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Problem[];
  /** Findings that the app allows, each with its reason. */
  readonly allowed: readonly AllowedProblem[];
}

/** What the API server would say, beside the problems. */
export interface Judged extends Omit<AppJudgement, 'problems'> {
  /** The minor of Kubernetes that the objects are meant for. */
  readonly kubernetes: TargetMinor;
}

/** All there is to know of an app before anything is written. */
export interface Build extends Omit<Inspection, 'synthesis'> {
  /** What belongs into the output folder; nothing where a problem is an error. */
  readonly files: readonly OutputFile[];
  /** What the API server would say. */
  readonly judged: Judged;
}

/**
 * The whole product: synthesize, check, lay out, print, judge, review. Callers decide whether to write, compare or show it.
 *
 * @param settings how the objects are judged and reviewed
 */
export function build(app: App, settings: ReviewSettings = {}): Build {
  const { flaws: found, manifests, synthesis } = examine(app);
  const layout = layOut(synthesis, app as unknown as LayoutSettings);
  const flaws = [...found, ...layout.problems];
  const files = hasErrors(flaws) ? [] : printFiles(layout);
  const { problems: verdicts, ...counts } = judgeManifests(manifests, settings, files, pathsOf(layout));
  const findings = reviewManifests(manifests, settings);
  const weighed = weigh(app, [...flaws, ...verdicts, ...findings], settings, counts.judged > 0);
  const judged = { ...counts, kubernetes: settings.kubernetes ?? defaultMinor };
  return { ...weighed, manifests, files: hasErrors(weighed.problems) ? [] : files, judged };
}

/** Synthesizes an app, and checks, judges and reviews what it makes. */
export function inspect(app: App, settings: ReviewSettings = {}): Inspection {
  const { flaws, manifests, synthesis } = examine(app);
  const { judged, problems: verdicts } = judgeManifests(manifests, settings);
  const findings = reviewManifests(manifests, settings);
  return { ...weigh(app, [...flaws, ...verdicts, ...findings], settings, judged > 0), manifests, synthesis };
}

/** What an app makes, and what is wrong with it whatever a cluster would say. */
function examine(app: App): Pick<Inspection, 'manifests' | 'synthesis'> & { readonly flaws: readonly Problem[] } {
  const synthesis = synthesize(app);
  const manifests = synthesis.charts.flatMap((chart) => chart.manifests);
  return { synthesis, manifests, flaws: [...synthesis.problems, ...check(manifests)] };
}

function printFiles({ constructMetadata, files }: Layout): readonly OutputFile[] {
  const printed: OutputFile[] = files.map(({ manifests, path }) => ({ path, text: print(manifests) }));
  if (constructMetadata !== undefined) printed.push({ path: constructMetadataFile, text: constructMetadata });
  return printed;
}

function pathsOf({ files }: Layout): ReadonlyMap<Manifest, string> {
  return new Map(files.flatMap(({ manifests, path }) => manifests.map((manifest) => [manifest, path] as const)));
}

/** Prints objects as the documents of one YAML file. */
export function print(manifests: readonly Manifest[]): string {
  return printYamlDocuments(manifests.map((manifest) => manifest.object));
}
