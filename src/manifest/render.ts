import {
  ApiObject,
  ApiObjectMetadataDefinition,
  ImplicitTokenResolver,
  JsonPatch,
  Lazy,
  LazyResolver,
  NumberStringUnionResolver,
} from 'cdk8s';
import type { App, IResolver } from 'cdk8s';
import type { KubernetesObject } from './manifest';

/*
 * cdk8s renders an object in three passes (resolve, sanitize, reorder) and walks from the object up to the app for every
 * single value. One pass that knows the app gives the same data in a third of the time. Whatever is out of the ordinary
 * (resolvers of the user's own) is left to cdk8s.
 */

const toJson = ApiObject.prototype.toJson;
const builtInResolvers: readonly unknown[] = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/**
 * Calls `work`, during which `toJson()` of API objects takes the short way. Generated classes such as those of
 * cdk8s-plus call `super.toJson()` and so benefit too; that is why the method itself is replaced for a while.
 */
export function withFastRendering<T>(app: App, work: () => T): T {
  if (ApiObject.prototype.toJson !== toJson || !hasOnlyBuiltInResolvers(app)) return work();
  ApiObject.prototype.toJson = function renderFast(this: ApiObject): KubernetesObject {
    try {
      return renderObject(this);
    } catch (error) {
      // The words of cdk8s: tests of users may look for them.
      throw new Error(
        `Failed serializing construct at path '${this.node.path}' with name '${this.name}': ${String(error)}`,
      );
    }
  };
  try {
    return work();
  } finally {
    ApiObject.prototype.toJson = toJson;
  }
}

function hasOnlyBuiltInResolvers(app: App): boolean {
  const resolvers = (app as unknown as { readonly resolvers: readonly IResolver[] }).resolvers;
  return (
    resolvers.length === builtInResolvers.length &&
    resolvers.every((resolver, index) => resolver.constructor === builtInResolvers[index])
  );
}

/** What an API object keeps to itself. */
interface ApiObjectInternals {
  readonly props: Readonly<Record<string, unknown>>;
  readonly patches: readonly JsonPatch[];
}

interface MetadataInternals {
  readonly _additionalAttributes: Readonly<Record<string, unknown>>;
  readonly name: unknown;
  readonly namespace: unknown;
  readonly annotations: unknown;
  readonly finalizers: unknown;
  readonly labels: unknown;
  readonly ownerReferences: unknown;
}

interface Style {
  readonly sortKeys: boolean;
  readonly omitEmpty: boolean;
}

const sorted: Style = { sortKeys: true, omitEmpty: false };
const unsorted: Style = { sortKeys: false, omitEmpty: false };
const metadataStyle: Style = { sortKeys: true, omitEmpty: true };

function renderObject(object: ApiObject): KubernetesObject {
  const { props, patches } = object as unknown as ApiObjectInternals;
  // An option of cdk8s for debugging, honoured because the output has to be the same.
  const style: Style = process.env.CDK8S_DISABLE_SORT ? unsorted : sorted;
  const body = renderFields(props, { metadata: object.metadata }, style);
  return reorder(patches.length > 0 ? JsonPatch.apply(body, ...patches) : body);
}

function renderMetadata(metadata: ApiObjectMetadataDefinition): unknown {
  const { _additionalAttributes, name, namespace, annotations, finalizers, ownerReferences, labels } =
    metadata as unknown as MetadataInternals;
  const fields = { name, namespace, annotations, finalizers, ownerReferences, labels };
  const rendered = renderFields(_additionalAttributes, fields, metadataStyle);
  return isEmpty(rendered) ? undefined : rendered;
}

/** apiVersion, kind and metadata first, then the rest. */
function reorder(fields: Record<string, unknown>): KubernetesObject {
  const result: Record<string, unknown> = {};
  for (const key of ['apiVersion', 'kind', 'metadata']) {
    if (key in fields) result[key] = fields[key];
  }
  for (const key of Object.keys(fields)) result[key] = fields[key];
  return result;
}

function render(value: unknown, style: Style): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  const constructor = (value as { constructor?: unknown }).constructor;
  if (constructor === Object || constructor === Array) {
    if (typeof (value as { resolve?: unknown }).resolve === 'function') return renderToken(value, style);
    return Array.isArray(value) ? renderList(value, style) : renderMap(value as Record<string, unknown>, style);
  }
  return renderToken(value, style);
}

/** Values that stand for others: lazy values, tokens, and the classes that hold either a number or a string. */
function renderToken(value: object, style: Style): unknown {
  if (value instanceof ApiObjectMetadataDefinition) return renderMetadata(value);
  if (value instanceof Lazy) return render(value.produce(), style);
  const token = value as { resolve?: unknown; value?: unknown; constructor?: { name?: unknown } };
  if (typeof token.resolve === 'function') return render(token.resolve(), style);
  if (typeof token.value === 'number' || typeof token.value === 'string') return { value: token.value };
  if (Array.isArray(value)) return renderList(value, style);
  throw new Error(`can't render non-simple object of type '${String(token.constructor?.name)}'`);
}

function renderList(list: readonly unknown[], style: Style): unknown {
  if (style.omitEmpty && list.length === 0) return undefined;
  const result = new Array<unknown>(list.length);
  for (let index = 0; index < list.length; index++) result[index] = render(list[index], style);
  return result;
}

function renderMap(map: Readonly<Record<string, unknown>>, style: Style): unknown {
  const result = renderFields(map, none, style);
  if (style.omitEmpty && isEmpty(result)) return undefined;
  return result;
}

function isEmpty(map: object): boolean {
  for (const _key in map) return false;
  return true;
}

const none: Readonly<Record<string, unknown>> = {};

/** Renders a map, some fields of which `instead` replaces or adds. */
function renderFields(
  map: Readonly<Record<string, unknown>>,
  instead: Readonly<Record<string, unknown>>,
  style: Style,
): Record<string, unknown> {
  const keys = Object.keys(map);
  if (instead !== none) {
    for (const key of Object.keys(instead)) if (!(key in map)) keys.push(key);
  }
  if (style.sortKeys && !isSorted(keys)) keys.sort();
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    const value = key in instead ? instead[key] : map[key];
    const rendered = typeof value === 'object' ? render(value, style) : value;
    if (rendered !== undefined && rendered !== null) result[key] = rendered;
  }
  return result;
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) {
    if (keys[index - 1] > keys[index]) return false;
  }
  return true;
}
