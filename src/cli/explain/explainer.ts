import { ApiObject } from 'cdk8s';
import type { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Cause, Experiment, GivenCause } from '../../explain/experiment';
import type { ExplainedCause, Explanation, FieldPath, MadeBy } from '../../explain/explanation';
import { pathText } from '../../explain/field-path-key';
import { isLongText, textLineStep } from '../../explain/leaves';
import { callsAfterwards } from '../../explain/making';
import type { Call, Making } from '../../explain/making';
import { experimentOn } from '../../explain/remake';
import type { Manifest } from '../../manifest/manifest';
import { valueAt } from '../../problems/field-path';
import { documentationOf } from './documentation';
import type { PropLocator } from './locate-prop';
import { callerOf, madeAround, madeByUser } from './made-by-user';
import type { MadeByUser } from './made-by-user';
import { quietly } from './quietly';
import type { Recorder } from './record-constructs';

/** An object, what the user's code made, and what it did with it. */
interface Traced extends MadeByUser {
  readonly object: ApiObject;
  readonly calls: readonly Call[];
  readonly within: readonly MadeBy[];
}

/**
 * Says why a field of an object is there, and what it is.
 *
 * @param textLine the line of a text of several lines that is meant, counted from 0
 */
export type Explain = (manifest: Manifest, path: FieldPath, textLine?: number) => Explanation;

/** Explains the objects of one app. Each construct is experimented on once for each of its objects. */
export class Explainer {
  private readonly objects = new Map<string, ApiObject>();
  private readonly traced = new Map<ApiObject, Traced>();
  private readonly experiments = new Map<ApiObject, Experiment | undefined>();

  constructor(
    app: App,
    private readonly recorder: Recorder,
    private readonly locator: PropLocator,
  ) {
    for (const construct of app.node.findAll()) {
      if (ApiObject.isApiObject(construct)) this.objects.set(construct.node.path, construct);
    }
  }

  /** Why a field of an object is there, and what it is. */
  readonly explain: Explain = ({ identity, object, origin }, path, textLine) => {
    const traced = this.trace(origin.construct);
    const documentation = documentationOf(identity, path);
    const { construct, ...made } = traced ? madeBy(traced) : { construct: origin.construct };
    return {
      object: identity,
      field: pathText(path),
      construct,
      ...made,
      within: traced?.within ?? [],
      cause: traced ? this.causeOf(traced, object, toTextLine(object, path, textLine)) : { kind: 'unknown' },
      ...(documentation && { documentation }),
    };
  };

  /** Finds what the user's code made, when it is asked for: that takes a look at the stack of each construct on the way. */
  private trace(path: string): Traced | undefined {
    const object = this.objects.get(path);
    if (object === undefined) return undefined;
    const known = this.traced.get(object);
    if (known) return known;
    const makingOf = (construct: IConstruct): ReturnType<Recorder['makingOf']> => this.recorder.makingOf(construct);
    const made = madeByUser(object, makingOf);
    const calls = made.making ? callsAfterwards(made.making, this.recorder.callsIn(made.construct)) : [];
    const traced = { ...made, object, calls, within: madeAround(made.construct, makingOf).map(madeBy) };
    this.traced.set(object, traced);
    return traced;
  }

  private causeOf(traced: Traced, printed: unknown, path: FieldPath): ExplainedCause {
    const experiment = this.experimentOn(traced, printed);
    if (experiment === undefined) return { kind: 'unknown' };
    const [first, ...rest] = experiment.causesOf(path);
    return this.describe(traced, first!, rest);
  }

  private describe(traced: Traced, cause: Cause, rest: readonly Cause[]): ExplainedCause {
    const { construct, source } = traced;
    const others = rest.flatMap((other) => (other.kind === 'prop' ? [pathText(other.path)] : []));
    switch (cause.kind) {
      case 'prop': {
        const place = source && this.locator.locate(source, 2, cause.path, traced.making?.rest[0]);
        return { kind: 'prop', prop: pathText(cause.path), ...(place && { source: place.source }), others };
      }
      case 'call':
        return this.describeCall(traced.calls[cause.call!]!, cause);
      case 'id': {
        const place = source && this.locator.locate(source, 1, [], construct.node.id);
        return { kind: 'id', ...(place && { source: place.source }) };
      }
      case 'construct':
        // All that it prints is what it read.
        return readsFiles(traced) ? this.describe(traced, readFrom, []) : cause;
      case 'unknown':
        return { kind: 'unknown', isOther: true };
      default:
        return cause;
    }
  }

  private describeCall(call: Call, { path }: GivenCause): ExplainedCause {
    const source = callerOf(call);
    const [argument, ...inside] = path;
    const place =
      source && typeof argument === 'number' && this.locator.locate(source, argument, inside, call.args[argument]);
    return { kind: 'call', call: call.method, ...(source && { source: place ? place.source : source }) };
  }

  private experimentOn(traced: Traced, printed: unknown): Experiment | undefined {
    const { object } = traced;
    if (!this.experiments.has(object)) {
      this.experiments.set(
        object,
        this.recorder.pause(() => quietly(() => tryExperiment(traced, printed))),
      );
    }
    return this.experiments.get(object);
  }
}

const readFrom: Cause = { kind: 'prop', path: ['url'], reach: 0, isValue: false, changesValue: true };

/** Whether the objects are those of a file, or of a page on the network. */
function readsFiles({ making }: Traced): boolean {
  return making?.type.name === 'Include';
}

function madeBy({ construct, making, source }: MadeByUser): MadeBy {
  return {
    construct: construct.node.path,
    ...(making && { constructClass: making.type.name }),
    ...(source && { source }),
  };
}

/** The path, and on to the line of the text that is meant. */
function toTextLine(object: unknown, path: FieldPath, textLine: number | undefined): FieldPath {
  const value = textLine === undefined ? undefined : valueAt(object, path);
  const lines = isLongText(value) ? value.split('\n') : [];
  return textLine === undefined || textLine >= lines.length ? path : [...path, textLineStep(lines, textLine)];
}

/** A construct that cannot be made twice, for whatever reason, is known by its place alone. */
function tryExperiment(traced: Traced, printed: unknown): Experiment | undefined {
  const { making } = traced;
  if (making === undefined || asksOthers(making)) return undefined;
  try {
    return experimentOn({ ...traced, making, printed, changesProps: !readsFiles(traced) });
  } catch {
    return undefined;
  }
}

/** Whether making it again would run helm, or ask the network, each time. */
function asksOthers({ rest: [props], type }: Making): boolean {
  if (type.name === 'Helm') return true;
  return type.name === 'Include' && /^https?:/.test(String((props as { readonly url?: unknown } | undefined)?.url));
}
