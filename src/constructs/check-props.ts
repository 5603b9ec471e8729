import type { Construct } from 'constructs';
import { type Flaw, PropsError } from '../problems/props-error';
import { isMisspelt, nearest } from '../values/nearest';
import { either, show } from '../values/show';
import { Place } from './place';
import { type Shape, type Struct, structOf } from './shapes/shape';

/** A class of constructs under its own name, which no bundler changes. */
type Named = Readonly<Record<string, new (scope: Construct, id: string, props: never) => Construct>>;

/** Whether a construct is made only to hear what it says of its props. */
let isTrying = false;

/**
 * Refuses props that are not of the types which TypeScript asks for: misspelt ones, and those of another shape. Who writes
 * JavaScript, spreads an object into the props or reads them from a file is told by no compiler.
 *
 * What the construct itself refuses, it explains better: then its own error is thrown.
 *
 * @param id Id of the construct that is about to be made in the scope.
 * @throws {PropsError} for the first prop that does not fit
 */
export function checkProps(scope: Construct, id: string, named: Named, props: unknown): void {
  if (isTrying) return;
  const [name, construct] = Object.entries(named)[0]!;
  try {
    checkRoot(() => placeIn(scope, id), name, props);
  } catch (error) {
    if (isObject(props)) tryOut(scope, id, construct, props);
    throw error;
  }
}

function checkRoot(at: At, name: string, props: unknown): void {
  if (isObject(props)) return checkStruct(at, name, props, true);
  at().refuse({ found: show(props), allowed: 'an object', fix: `write the props of ${name} in braces` });
}

/** @throws {PropsError} what the construct itself refuses, if it does */
function tryOut(scope: Construct, id: string, construct: Named[string], props: object): void {
  isTrying = true;
  try {
    new construct(scope, id, props as never);
  } catch (error) {
    if (error instanceof PropsError) throw error;
  } finally {
    isTrying = false;
    scope.node.tryRemoveChild(id);
  }
}

/**
 * Refuses what a function cannot take.
 *
 * @param name What the shapes call it.
 * @throws {PropsError} for the first value that does not fit
 */
export function checkArgument(place: Place, name: string, value: unknown): void {
  check(() => place, structOf('Arguments').fields.get(name)!, value);
}

/** A place is made when it is asked for: in order, nothing is asked. */
type At = () => Place;

function placeIn(scope: Construct, id: string): Place {
  return new Place({ node: { path: [scope.node.path, id].filter((part) => part !== '').join('/') } });
}

/** @param isRoot A construct of the user's own may pass all of its props on, its own among them: only misspelt ones are refused there. */
function checkStruct(at: At, name: string, value: object, isRoot = false): void {
  const { fields, open, required, ways } = structOf(name);
  const lacks = (key: string): boolean => (value as Fields)[key] === undefined;
  for (const key of required) if (lacks(key)) refuseMissing(at().at(key), fields.get(key)!);
  for (const key of Object.keys(value)) {
    const given = (value as Fields)[key];
    if (given === undefined) continue;
    const shape = fields.get(key);
    if (shape !== undefined) {
      if (!isRight(shape, given)) check(() => at().at(key), shape, given);
    } else if (!open && isPlain(value) && !(isRoot && !isMisspelt(key, [...fields.keys()].filter(lacks)))) {
      refuseUnknown(at().at(key), key, [...fields.keys()]);
    }
  }
  if (ways.length > 0 && !ways.some((way) => !way.some(lacks))) refuseIncomplete(at(), ways, value);
}

function check(at: At, shape: Shape, value: unknown): void {
  if (isRight(shape, value)) return;
  if (Array.isArray(value) && shape.items !== undefined) {
    const { items } = shape;
    value.forEach((item: unknown, index) => {
      if (!isRight(items, item)) check(() => at().at(index), items, item);
    });
    return;
  }
  if (!isObject(value)) return at().refuse(flawOf(shape, value));
  if (shape.struct !== undefined && !isMap(shape, value)) return checkStruct(at, shape.struct, value);
  if (shape.values === undefined) return at().refuse(flawOf(shape, value));
  const { values } = shape;
  for (const key of Object.keys(value)) {
    const given = (value as Fields)[key];
    if (given !== undefined || !values.undefined) check(() => at().at(key), values, given);
  }
}

/** Where both are allowed, whether it is a map: an object has the fields that it must have. */
function isMap({ struct, values }: Shape, value: object): boolean {
  return values !== undefined && structOf(struct!).required.some((key) => (value as Fields)[key] === undefined);
}

/** Whether there is nothing more to look into. Asked first, so that a place is thought of only where there is. */
function isRight(shape: Shape, value: unknown): boolean {
  return shape.any || fits(shape, value);
}

function fits(shape: Shape, value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return shape.text || shape.words.includes(value);
    case 'number':
      return shape.number;
    case 'boolean':
      return shape.booleans.includes(value);
    case 'object':
      if (value === null) return shape.null;
      if (!isObject(value)) return shape.made.includes(tagOf(value));
      return shape.made.length > 0 && (!isPlain(value) || hasMethods(value, shape.struct));
    default:
      return false;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** What JavaScript itself makes that has no fields of its own, such as a Map or a Promise, is none. */
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && (isPlain(value) || tagOf(value) === 'Object');
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

/** Whether it is written in braces: what a class makes may have more to it than is asked for. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether it is what an interface with methods asks for, written in braces. */
function hasMethods(value: object, struct: string | undefined): boolean {
  const known = struct === undefined ? undefined : structOf(struct).fields;
  return Object.entries(value).some(([key, one]) => typeof one === 'function' && known?.has(key) !== true);
}

function refuseUnknown(place: Place, key: string, known: readonly string[]): never {
  const near = nearest(key, known);
  return place.refuse({
    found: 'no prop of it',
    allowed:
      near.length > 0 ? either(near) : known.length <= 20 ? either(known) : `any of the ${known.length} that there are`,
    fix: near.length > 0 ? `write ${near[0]}` : 'leave it out',
  });
}

function refuseMissing(place: Place, shape: Shape): never {
  return place.refuse({ found: 'left out', allowed: allowed(shape), fix: 'add it' });
}

function refuseIncomplete(place: Place, ways: Struct['ways'], value: object): never {
  return place.refuse({
    found: show(value),
    allowed: `an object with ${either(ways.map((way) => way.join(' and ')))}`,
    fix: 'add what is missing',
  });
}

function flawOf(shape: Shape, value: unknown): Flaw {
  const tag = tagOf(value);
  const isForeign = typeof value === 'object' && !['Array', 'Null', 'Object'].includes(tag);
  return { found: isForeign ? `a ${tag}` : show(value), allowed: allowed(shape), fix: fixOf(shape, value) };
}

function allowed(shape: Shape): string {
  const ways = [
    ...(shape.text ? ['text'] : shape.words.map((word) => JSON.stringify(word))),
    ...(shape.number ? ['a number'] : []),
    ...shape.booleans.map(String),
    ...(shape.items === undefined ? [] : [`a list of ${noun(shape.items)}`]),
    ...new Set(shape.made.map((name) => `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`)),
    ...(shape.struct === undefined && shape.values === undefined ? [] : ['an object']),
    ...(shape.null ? ['null'] : []),
  ];
  return either(ways);
}

function noun(items: Shape): string {
  if (items.struct !== undefined || items.made.length > 0) return 'objects';
  return items.text ? 'texts' : items.words.length > 0 ? `the words ${either(items.words.map(show))}` : 'values';
}

function fixOf(shape: Shape, value: unknown): string {
  if (value === null) return 'leave it out';
  if (shape.words.length > 0 && typeof value === 'string') {
    const [near] = nearest(value, shape.words, 1);
    return near === undefined ? 'choose one of these' : `write ${JSON.stringify(near)}`;
  }
  if (shape.booleans.length > 0 && (value === 'true' || value === 'false')) return 'write it without quotes';
  if (shape.number && typeof value === 'string') return 'write it as a number, without quotes';
  if (shape.text && typeof value !== 'object') return 'write it as text, in quotes';
  if (shape.items !== undefined && !Array.isArray(value)) return 'put it in brackets';
  return 'write such a value';
}
