import { App, Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { IConstruct, Construct } from 'constructs';
import { type ScopeDefaults, defaultsOf, setDefaults } from '../constructs/scope-defaults';
import { Experiment } from './experiment';
import type { Change, ScopeChange } from './experiment';

/** A class of constructs, as all of them are made. */
export type ConstructClass = new (scope: Construct, id: string, ...rest: unknown[]) => IConstruct;

/** What a construct was made with. */
export interface Making {
  readonly type: ConstructClass;
  /** The id, the props, and whatever else its constructor takes. */
  readonly rest: readonly unknown[];
}

/** What the scope of a construct says: the chart's namespace and labels, and what `setDefaults` says. */
interface Scope {
  readonly chart: { readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
  readonly defaults: ScopeDefaults;
}

/**
 * Finds out why the fields of an object are what they are.
 *
 * @param construct what the user's code made
 * @param object one of the objects that came of it, or itself
 */
export function experimentOn(construct: IConstruct, object: ApiObject, making: Making): Experiment {
  const scope = scopeOf(construct);
  const [props, ...others] = making.rest;
  const steps = stepsBetween(construct, object);
  const render = (change: Change): unknown => {
    const { chart, defaults } = (change.scope as Scope | undefined) ?? scope;
    const target = new Chart(new App(), 'explained', { ...chart, disableResourceNameHashes: true });
    setDefaults(target, defaults);
    const given = 'props' in change ? change.props : props;
    const made = new making.type(target, change.id ?? construct.node.id, given, ...others);
    return steps.reduce<IConstruct>((parent, id) => parent.node.findChild(id), made) as unknown as ApiObject;
  };
  return new Experiment({
    props,
    render: (change) => JSON.parse(JSON.stringify((render(change) as ApiObject).toJson())) as unknown,
    scope: scopeChanges(scope),
  });
}

function scopeOf(construct: IConstruct): Scope {
  const { labels, namespace } = Chart.of(construct);
  const { annotations, hardened, labels: own, namePrefix, profile, namespace: ofScope } = defaultsOf(construct);
  const defaults = { annotations, hardened, labels: own, namePrefix, profile };
  return {
    chart: { ...(namespace !== undefined && { namespace }), labels },
    defaults: namespace === undefined ? { ...defaults, namespace: ofScope } : defaults,
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
