import { ApiObject, App, Chart } from 'cdk8s';
import type { AppProps } from 'cdk8s';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { type ScopeDefaults, defaultsOf, setDefaults } from '../constructs/scope-defaults';
import { Experiment } from './experiment';
import type { Change, ScopeChange } from './experiment';
import type { Call, Making } from './making';

/** What the scope of a construct says: the chart's namespace and labels, and what `setDefaults` says. */
interface Scope {
  readonly chart: { readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
  readonly defaults: ScopeDefaults;
}

/** What is to be explained. */
export interface Remade {
  /** What the user's code made. */
  readonly construct: IConstruct;
  /** One of the objects that came of it, or itself. */
  readonly object: ApiObject;
  readonly making: Making;
  /** What was called on it afterwards. */
  readonly calls: readonly Call[];
  /** The object as it was printed. */
  readonly printed: unknown;
  /** Whether other props are tried. */
  readonly changesProps: boolean;
}

/**
 * Finds out why the fields of an object are what they are.
 *
 * @throws whatever the construct throws when it is made again
 */
export function experimentOn({ calls, changesProps, construct, making, object, printed }: Remade): Experiment {
  const scope = scopeOf(construct);
  const [props, ...others] = making.rest;
  const steps = stepsBetween(construct, object);
  const ways = calls.map(({ target }) => stepsBetween(construct, target));
  const given = calls.map(({ args }) => args);
  const render = (change: Change): unknown => {
    const target = standIn(construct, (change.scope as Scope | undefined) ?? scope);
    const changed = 'props' in change ? change.props : props;
    const made = new making.type(target, change.id ?? construct.node.id, changed, ...others);
    (change.calls ?? given).forEach((args, index) => repeat(made, calls[index]!, ways[index]!, args));
    return (childOf(made, steps) as ApiObject).toJson();
  };
  return new Experiment({
    props: changesProps ? props : undefined,
    calls: given,
    render: (change) => asPrinted(render(change)),
    scope: scopeChanges(scope),
    printed: asPrinted(printed),
  });
}

/** The data that is printed: what JSON has. */
function asPrinted(object: unknown): unknown {
  return JSON.parse(JSON.stringify(object)) as unknown;
}

/** Calls once more what was called, where the construct still has what it was called on. */
function repeat(made: IConstruct, call: Call, steps: readonly string[], args: readonly unknown[] | undefined): void {
  const target = args && childOf(made, steps);
  if (target === undefined) return;
  const receiver = call.receiver === 'metadata' && ApiObject.isApiObject(target) ? target.metadata : target;
  const method = (receiver as unknown as Readonly<Record<string, unknown>>)[call.method];
  if (typeof method === 'function') method.apply(receiver, [...args!]);
}

function childOf(made: IConstruct, steps: readonly string[]): IConstruct | undefined {
  return steps.reduce<IConstruct | undefined>((parent, id) => parent?.node.tryFindChild(id), made);
}

/**
 * A scope of the same path as that of a construct, apart from the app: names are made from paths. The chart there gives
 * objects the names that the chart of the construct would give them.
 */
function standIn(construct: IConstruct, { chart, defaults }: Scope): Construct {
  const [root, ...scopes] = construct.node.scopes.slice(0, -1);
  const { resolvers } = (root ?? {}) as Pick<AppProps, 'resolvers'>;
  const own = Chart.of(construct);
  let target: Construct = new App({ resolvers });
  for (const scope of scopes) {
    const { id } = scope.node;
    target = scope === own ? new StandInChart(target, id, own, chart) : new Construct(target, id);
  }
  const context = construct.node.scope?.node.getAllContext() as Readonly<Record<string, unknown>> | undefined;
  for (const [key, value] of Object.entries(context ?? {})) target.node.setContext(key, value);
  setDefaults(target, defaults);
  return target;
}

class StandInChart extends Chart {
  constructor(
    scope: Construct,
    id: string,
    private readonly original: Chart,
    props: Scope['chart'],
  ) {
    super(scope, id, props);
  }

  override generateObjectName(object: ApiObject): string {
    return this.original.generateObjectName(object);
  }
}

function scopeOf(construct: IConstruct): Scope {
  const { labels, namespace } = Chart.of(construct);
  const { annotations, hardened, labels: own, namePrefix, profile, namespace: ofScope } = defaultsOf(construct);
  return {
    chart: { ...(namespace !== undefined && { namespace }), labels },
    defaults: { annotations, hardened, labels: own, namePrefix, profile, namespace: ofScope },
  };
}

function scopeChanges({ chart, defaults }: Scope): readonly ScopeChange[] {
  const changed = (more: ScopeDefaults): Scope => ({ chart, defaults: { ...defaults, ...more } });
  const labels = Object.fromEntries(Object.keys({ ...chart.labels }).map((key) => [key, 'explained']));
  const own = Object.fromEntries(Object.keys({ ...defaults.labels }).map((key) => [key, 'explained']));
  const notes = Object.fromEntries(Object.keys({ ...defaults.annotations }).map((key) => [key, 'explained']));
  const profile = defaults.profile === 'privileged' ? 'restricted' : 'privileged';
  return [
    { name: 'profile', scope: changed({ profile }) },
    ...(defaults.hardened ? [{ name: 'hardened', scope: changed({ hardened: false }) }] : []),
    ...(defaults.namePrefix ? [{ name: 'namePrefix', scope: changed({ namePrefix: `x${defaults.namePrefix}` }) }] : []),
    {
      name: 'namespace',
      scope: { chart: { ...chart, namespace: 'explained' }, defaults: { ...defaults, namespace: undefined } },
    },
    { name: 'labels', scope: { chart: { ...chart, labels }, defaults: { ...defaults, labels: own } } },
    { name: 'annotations', scope: changed({ annotations: notes }) },
  ];
}

/** The ids on the way from a construct to one inside it. */
function stepsBetween(outer: IConstruct, inner: IConstruct): readonly string[] {
  const steps: string[] = [];
  for (let one: IConstruct | undefined = inner; one !== outer; one = one.node.scope) {
    if (one === undefined) throw new Error(`${inner.node.path} is not in ${outer.node.path}`);
    steps.unshift(one.node.id);
  }
  return steps;
}
