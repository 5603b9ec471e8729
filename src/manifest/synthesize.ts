import { Chart, YamlOutputType } from 'cdk8s';
import type { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { orderByDependency } from './dependencies';
import type { ChartObjects, Ordered } from './dependencies';
import { identityOf } from './manifest';
import type { KubernetesObject, Manifest } from './manifest';
import { originOf } from './origin';
import { withFastRendering } from './render';
import { readTree } from './tree';
import type { TreeNode } from './tree';
import type { Problem } from '../problems/problem';

/** A chart and what it prints, in order. */
export interface ChartManifests {
  readonly chart: Chart;
  readonly manifests: readonly Manifest[];
}

/** Everything an app prints, in order, or what is wrong with it. */
export interface Synthesis {
  readonly charts: readonly ChartManifests[];
  /** Whether any chart waits for another or stands inside one: cdk8s then numbers the files. */
  readonly hasDependantCharts: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Asks every construct of the app to validate itself, puts charts and objects in order, and renders each object: all of it
 * once. The tree is left as it was.
 */
export function synthesize(app: App): Synthesis {
  const nodes = readTree(app);
  const invalid = validate(nodes);
  if (invalid.length > 0) return failed(invalid);
  const ordered = orderByDependency(nodes);
  if (ordered.kind !== 'order') return failed([describeDisorder(ordered)]);

  const problems: Problem[] = [];
  const render = (objects: ChartObjects): ChartManifests => renderChart(objects, app.yamlOutputType, problems);
  const charts = withFastRendering(app, () => ordered.order.charts.map(render));
  return { charts, hasDependantCharts: ordered.order.hasDependantCharts, problems };
}

function failed(problems: readonly Problem[]): Synthesis {
  return { charts: [], hasDependantCharts: false, problems };
}

function validate(nodes: readonly TreeNode[]): Problem[] {
  const problems: Problem[] = [];
  for (const { construct } of nodes) {
    for (const message of construct.node.validate()) {
      problems.push({ code: 'PLM1001', severity: 'error', message, ...whereIs(construct) });
    }
  }
  return problems;
}

function describeDisorder(disorder: Exclude<Ordered, { readonly kind: 'order' }>): Problem {
  if (disorder.kind === 'cycle') {
    const paths = disorder.cycle.map(pathOf);
    const message = `these constructs wait for each other: ${paths.join(' → ')}`;
    return { code: 'PLM1002', severity: 'error', message, ...whereIs(disorder.cycle[0]) };
  }
  const [source, target] = [disorder.source, disorder.target].map(pathOf);
  const outside = Chart.isChart(disorder.target) || disorder.target.node.scopes.some(Chart.isChart) ? source : target;
  const message = `${source} waits for ${target}, but ${outside} is in no chart`;
  return { code: 'PLM1003', severity: 'error', message, ...whereIs(disorder.source) };
}

function renderChart(
  { chart, objects }: ChartObjects,
  outputType: YamlOutputType,
  problems: Problem[],
): ChartManifests {
  // A chart may print itself in its own way; cdk8s asks it to, except where each object is a file in the chart's folder.
  const printsItself = chart.toJson !== Chart.prototype.toJson;
  if (printsItself && outputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) {
    return { chart, manifests: renderOwnWay(chart, objects, problems) };
  }
  const manifests: Manifest[] = [];
  for (const object of objects) {
    try {
      manifests.push(describe(object.toJson() as KubernetesObject | undefined, object, chart));
    } catch (error) {
      problems.push(describeFailure(error, object));
    }
  }
  return { chart, manifests };
}

function renderOwnWay(chart: Chart, objects: readonly ApiObject[], problems: Problem[]): Manifest[] {
  try {
    const printed = Object.values(chart.toJson()) as KubernetesObject[];
    const origins = new Map(objects.map((object) => [`${object.apiVersion} ${object.kind} ${object.name}`, object]));
    return printed.map((object) => {
      const { apiVersion, kind, name } = identityOf(object);
      return describe(object, origins.get(`${apiVersion} ${kind} ${name}`) ?? chart, chart);
    });
  } catch (error) {
    problems.push(describeFailure(error, chart));
    return [];
  }
}

function describeFailure(error: unknown, construct: IConstruct): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'PLM1004', severity: 'error', message, ...whereIs(construct) };
}

function describe(object: KubernetesObject | undefined, construct: IConstruct, chart: Chart): Manifest {
  return {
    object,
    identity: identityOf(object),
    origin: { construct: construct.node.path, chart: chart.node.path, locate: () => originOf(construct) },
  };
}

/** The parts of a problem that say where a construct is. */
function whereIs(construct: IConstruct): Pick<Problem, 'construct' | 'source'> {
  const source = originOf(construct);
  return { construct: pathOf(construct), ...(source ? { source } : {}) };
}

function pathOf(construct: IConstruct): string {
  return construct.node.path || 'the app';
}
