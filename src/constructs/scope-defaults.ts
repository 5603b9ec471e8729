import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { annotationKeyFlaw, labelKeyFlaw, labelValueFlaw } from '../values/label';
import { labelNameFlaw } from '../values/name';
import { show } from '../values/show';
import { checkArgument } from './check-props';
import type { Labels } from './labels';
import { Place } from './place';
import type { Profile } from './pod/profile';

/** What holds for every construct of ours in a scope: an app, a chart or any construct. What is nearer wins. */
export interface ScopeDefaults {
  /**
   * Security defaults of every Pod, see `Profile`.
   * @default 'restricted'
   */
  readonly profile?: Profile;
  /**
   * Whether every workload must meet what strict linters ask for: see docs/hardened.md. What can be set is set, what
   * only you can know (a digest, resources, who may talk to whom) is asked for.
   * @default false
   */
  readonly hardened?: boolean;
  /**
   * Labels of every object and Pod, never of a selector. Those of outer scopes stay, unless they are said anew.
   * @default - none
   */
  readonly labels?: Labels;
  /**
   * Annotations of every object, not of Pods. Those of outer scopes stay, unless they are said anew.
   * @default - none
   */
  readonly annotations?: Labels;
  /**
   * What is put before the name of every object, that of the outermost scope first. Names that refer to objects
   * elsewhere, such as `serviceAccountName: 'shop'`, stay as they are written.
   * @default - nothing
   */
  readonly namePrefix?: string;
  /**
   * Namespace of every object that has one. The `namespace` of a chart counts as said there.
   * @default - not printed: whoever applies the objects says
   */
  readonly namespace?: string;
}

/** The same, settled for one construct. */
export interface SettledDefaults extends ScopeDefaults {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly namePrefix: string;
}

const key = Symbol.for('cdk8s-plimsoll.defaults');

interface Scope extends IConstruct {
  readonly [key]?: ScopeDefaults;
}

/**
 * Says what holds for every construct of ours in a scope. Call it before the scope gets children, because those that are
 * there were made without it. An `App` takes the same as props.
 *
 * @example
 * setDefaults(chart, { profile: 'baseline', namePrefix: 'staging-', labels: { team: 'shop' } });
 * new WebDeployment(chart, 'web', { image: 'registry.example.com/shop:1.4.2', ports: { http: 8080 } });
 *
 * @throws {PropsError} for a wrong value, and when the scope has children or was told before
 */
export function setDefaults(scope: IConstruct, defaults: ScopeDefaults): void {
  const place = new Place(scope).at('defaults');
  checkArgument(place, 'ScopeDefaults', defaults);
  check(place, defaults);
  const refuse = (found: string): never =>
    place.refuse({
      found,
      allowed: 'once, before the scope gets children',
      fix: 'call setDefaults() once and first: what is there already was made without it',
    });
  if (scope.node.children.length > 0) refuse(`set after ${show(scope.node.children[0]!.node.id)} was added`);
  if ((scope as Scope)[key] !== undefined) refuse('set twice');
  // An App without any says nothing: it may be told later.
  if (Object.values(defaults).every((value) => value === undefined)) return;
  Object.defineProperty(scope, key, { value: { ...defaults } });
  // It may have had children that were taken out again.
  settled.delete(scope);
}

/** What holds where nobody said anything. */
const nothing: SettledDefaults = { labels: {}, annotations: {}, namePrefix: '' };

/** What holds for scopes that have children: nothing more can be said there. */
const settled = new WeakMap<IConstruct, SettledDefaults>();

/** What holds for a construct: nearer scopes before outer ones, labels and annotations together, prefixes in a row. */
export function defaultsOf(construct: object): SettledDefaults {
  const scope = scopeOf(construct);
  return scope === undefined ? nothing : settle(scope);
}

function settle(scope: IConstruct): SettledDefaults {
  const above = scope.node.scope;
  const outer = above === undefined ? nothing : settleOnce(above);
  const said = (scope as Scope)[key];
  const namespace = said?.namespace ?? (Chart.isChart(scope) ? scope.namespace : undefined);
  if (said === undefined && namespace === undefined) return outer;
  return {
    profile: said?.profile ?? outer.profile,
    hardened: said?.hardened ?? outer.hardened,
    labels: { ...outer.labels, ...said?.labels },
    annotations: { ...outer.annotations, ...said?.annotations },
    namePrefix: `${outer.namePrefix}${said?.namePrefix ?? ''}`,
    namespace: namespace ?? outer.namespace,
  };
}

/** The same for a scope with children, of which each asks. */
function settleOnce(scope: IConstruct): SettledDefaults {
  let defaults = settled.get(scope);
  if (defaults === undefined) settled.set(scope, (defaults = settle(scope)));
  return defaults;
}

/** A construct; what merely has a path stands in no scope. */
function scopeOf(construct: object): IConstruct | undefined {
  const { node } = construct as Partial<IConstruct>;
  return node !== undefined && 'scope' in node ? (construct as IConstruct) : undefined;
}

function check(place: Place, { annotations, labels, namePrefix, namespace, profile }: ScopeDefaults): void {
  if (profile !== undefined) place.at('profile').oneOf(profile, ['restricted', 'baseline', 'privileged']);
  for (const [name, value] of Object.entries(labels ?? {})) {
    place.at('labels').check(labelKeyFlaw(name));
    place.at('labels').at(name).check(labelValueFlaw(value));
  }
  for (const name of Object.keys(annotations ?? {})) place.at('annotations').check(annotationKeyFlaw(name));
  if (namespace !== undefined) place.at('namespace').check(labelNameFlaw(namespace));
  if (namePrefix !== undefined) place.at('namePrefix').check(labelNameFlaw(`${namePrefix}x`));
}
