import { ApiObject } from 'cdk8s';
import type { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Cause, Experiment } from '../../explain/experiment';
import type { ExplainedCause, Explanation, FieldPath } from '../../explain/explanation';
import { pathText } from '../../explain/field-path-key';
import { isLongText, textLineStep } from '../../explain/leaves';
import { experimentOn } from '../../explain/remake';
import type { Making } from '../../explain/remake';
import type { Manifest } from '../../manifest/manifest';
import { originOf } from '../../manifest/origin';
import { valueAt } from '../../problems/field-path';
import type { SourcePosition } from '../../problems/problem';
import { documentationOf } from './documentation';
import type { PropLocator } from './locate-prop';

/** An object, the construct that the user's code made, and what it was made with. */
interface Traced {
  readonly object: ApiObject;
  readonly construct: IConstruct;
  readonly source: SourcePosition | undefined;
  readonly making: Making | undefined;
}

/** Explains the objects of one app. Each construct is experimented on once for each of its objects. */
export class Explainer {
  private readonly objects = new Map<string, ApiObject>();
  private readonly traced = new Map<ApiObject, Traced>();
  private readonly experiments = new Map<ApiObject, Experiment | undefined>();

  constructor(
    app: App,
    private readonly makingOf: (construct: IConstruct) => Making | undefined,
    private readonly locator: PropLocator,
  ) {
    for (const construct of app.node.findAll()) {
      if (ApiObject.isApiObject(construct)) this.objects.set(construct.node.path, construct);
    }
  }

  /**
   * Why a field of an object is there, and what it is.
   *
   * @param textLine the line of a text of several lines that is meant, counted from 0
   */
  explain({ identity, object, origin }: Manifest, path: FieldPath, textLine?: number): Explanation {
    const traced = this.trace(origin.construct);
    const documentation = documentationOf(identity, path);
    const construct = traced?.construct.node.path ?? origin.construct;
    return {
      object: identity,
      field: pathText(path),
      construct,
      ...(traced?.making && { constructClass: traced.making.type.name }),
      ...(traced?.source && { source: traced.source }),
      cause: traced ? this.causeOf(traced, toTextLine(object, path, textLine)) : { kind: 'unknown' },
      ...(documentation && { documentation }),
    };
  }

  /** Finds what the user's code made, when it is asked for: that takes a look at the stack of each construct on the way. */
  private trace(path: string): Traced | undefined {
    const object = this.objects.get(path);
    if (object === undefined) return undefined;
    const known = this.traced.get(object);
    if (known) return known;
    const made = outermost(object);
    const traced = { object, making: this.makingOf(made.construct), ...made };
    this.traced.set(object, traced);
    return traced;
  }

  private causeOf(traced: Traced, path: FieldPath): ExplainedCause {
    const experiment = this.experimentOn(traced);
    if (experiment === undefined) return { kind: 'unknown' };
    const [first, ...rest] = experiment.causesOf(path);
    return this.describe(traced, first!, rest);
  }

  private describe({ source }: Traced, cause: Cause, rest: readonly Cause[]): ExplainedCause {
    switch (cause.kind) {
      case 'prop': {
        const place = source && this.locator.locate(source, cause.path);
        const others = rest.flatMap((other) => (other.kind === 'prop' ? [pathText(other.path)] : []));
        return { kind: 'prop', prop: pathText(cause.path), ...(place && { source: place.source }), others };
      }
      case 'id': {
        const place = source && this.locator.locateId(source);
        return { kind: 'id', ...(place && { source: place.source }) };
      }
      default:
        return cause;
    }
  }

  private experimentOn({ construct, making, object }: Traced): Experiment | undefined {
    if (!this.experiments.has(object)) this.experiments.set(object, tryExperiment(construct, object, making));
    return this.experiments.get(object);
  }
}

/** The path, and on to the line of the text that is meant. */
function toTextLine(object: unknown, path: FieldPath, textLine: number | undefined): FieldPath {
  const value = textLine === undefined ? undefined : valueAt(object, path);
  const lines = isLongText(value) ? value.split('\n') : [];
  return textLine === undefined || textLine >= lines.length ? path : [...path, textLineStep(lines, textLine)];
}

/** A construct that cannot be made twice, for whatever reason, is known by its place alone. */
function tryExperiment(construct: IConstruct, object: ApiObject, making: Making | undefined): Experiment | undefined {
  if (making === undefined) return undefined;
  try {
    return experimentOn(construct, object, making);
  } catch {
    return undefined;
  }
}

/** The construct that the user's own code made: the outermost one that was made at the same place. */
function outermost(object: IConstruct): {
  readonly construct: IConstruct;
  readonly source: SourcePosition | undefined;
} {
  const source = originOf(object);
  let construct = object;
  for (let scope = object.node.scope; scope && source; scope = scope.node.scope) {
    const place = originOf(scope);
    if (place?.file !== source.file || place.line !== source.line || place.column !== source.column) break;
    construct = scope;
  }
  return { construct, source };
}
