import { Names, YamlOutputType } from 'cdk8s';
import type { App, Chart } from 'cdk8s';
import { describeConstructs } from './construct-metadata';
import type { KubernetesObject, Manifest } from '../manifest/manifest';
import type { ChartManifests, Synthesis } from '../manifest/synthesize';
import type { Problem } from '../problems/problem';

/** A file of the output and the objects in it, in order. */
export interface ManifestFile {
  /** Path relative to the output folder, with `/` as separator. */
  readonly path: string;
  readonly manifests: readonly Manifest[];
  /** The construct the file is named after. */
  readonly construct: string;
}

/** Which file holds what. */
export interface Layout {
  readonly files: readonly ManifestFile[];
  readonly problems: readonly Problem[];
  /** The text of `construct-metadata.json`, where the app records it. */
  readonly constructMetadata: string | undefined;
}

/** What of an app decides where its objects go. */
export type LayoutSettings = Pick<App, 'outputFileExtension' | 'yamlOutputType'> & {
  readonly recordConstructMetadata: boolean;
};

/** Names the files as cdk8s does, and finds those that would overwrite each other. */
export function layOut(synthesis: Synthesis, settings: LayoutSettings): Layout {
  const files = nameFiles(synthesis, settings);
  return {
    files,
    problems: findCollisions(files),
    constructMetadata: settings.recordConstructMetadata ? describeConstructs(synthesis.charts) : undefined,
  };
}

function nameFiles({ charts, hasDependantCharts }: Synthesis, settings: LayoutSettings): readonly ManifestFile[] {
  const extension = settings.outputFileExtension;
  const nameOf = (chart: Chart, index: number): string =>
    hasDependantCharts ? `${String(index).padStart(4, '0')}-${Names.toDnsLabel(chart)}` : Names.toDnsLabel(chart);
  switch (settings.yamlOutputType) {
    case YamlOutputType.FILE_PER_APP: {
      if (charts.length === 0) return [];
      const manifests = charts.flatMap((chart) => chart.manifests);
      return [{ path: `app${extension}`, manifests, construct: '' }];
    }
    case YamlOutputType.FILE_PER_CHART:
      return charts.map(({ chart, manifests }, index) => ({
        path: `${nameOf(chart, index)}${extension}`,
        manifests,
        construct: chart.node.path,
      }));
    case YamlOutputType.FILE_PER_RESOURCE:
      return charts.flatMap((chart) => filePerObject(chart, '', extension));
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      return charts.flatMap((chart, index) => filePerObject(chart, `${nameOf(chart.chart, index)}/`, extension));
    default:
      // As in cdk8s, which prints nothing for a type that it does not know.
      return [];
  }
}

function filePerObject({ manifests }: ChartManifests, folder: string, extension: string): ManifestFile[] {
  return manifests
    .filter(({ object }) => object !== undefined)
    .map((manifest) => ({
      path: `${folder}${fileNameOf(manifest)}${extension}`,
      manifests: [manifest],
      construct: manifest.origin.construct,
    }));
}

function fileNameOf({ object }: Manifest): string {
  const { kind, metadata } = object as KubernetesObject & { readonly metadata?: { readonly name?: unknown } };
  return `${String(kind)}.${String(metadata?.name)}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

function findCollisions(files: readonly ManifestFile[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, ManifestFile>();
  for (const file of files) {
    const other = first.get(file.path);
    if (!other) {
      first.set(file.path, file);
      continue;
    }
    const manifest = file.manifests.length === 1 ? file.manifests[0] : undefined;
    const source = manifest?.origin.locate();
    problems.push({
      code: 'PLM2002',
      severity: 'error',
      message: `${other.construct} and ${file.construct} would both be written to ${file.path}`,
      construct: file.construct,
      file: file.path,
      ...(manifest ? { object: manifest.identity } : {}),
      ...(source ? { source } : {}),
    });
  }
  return problems;
}
