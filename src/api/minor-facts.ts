import { isOlder } from './minors';
import type { TargetMinor } from './minors';
import { newerFields, servedKinds } from './newer-fields';

/** Since when there is a field. */
export interface NewerField {
  /** The first minor that has it without anybody switching something on. */
  readonly since: TargetMinor;
  /** The first minor that knows its name. */
  readonly came: TargetMinor;
  /**
   * The feature gate that it belongs to.
   * @default - none
   */
  readonly gate?: string;
  /**
   * A value that every minor takes.
   * @default - none
   */
  readonly except?: string;
}

/** A field that not every minor has, or that leads to one. */
export interface MinorField {
  readonly name: string;
  /** The type of its object or of its items; `''` where nothing newer is in it. */
  readonly type: string;
  /** Whether it is a map with keys of the user's choice. */
  readonly isMap: boolean;
  /** @default - every minor has it */
  readonly newer?: NewerField;
}

const parsed = new Map<string, readonly MinorField[]>();

/** What is to be looked at in objects of a type, or of a kind such as `apps/v1 Deployment`. */
export function minorFieldsOf(type: string): readonly MinorField[] {
  let fields = parsed.get(type);
  if (fields === undefined) {
    const text = Object.hasOwn(newerFields, type) ? newerFields[type]! : '';
    fields = text === '' ? [] : text.split(' ').map(parseField);
    parsed.set(type, fields);
  }
  return fields;
}

/** `name:Type{}@1.28..1.29=Gate!Value`; all but the name may be missing. */
function parseField(text: string): MinorField {
  const [, name, type = '', map, came, since, gate, except] =
    /^([^:@]+)(?::([\w.]+)(\{\})?)?(?:@(?:([\d.]+?)\.\.)?([\d.]+)(?:=(\w+))?(?:!(\w+))?)?$/.exec(text)!;
  const field = { name: name!, type, isMap: map !== undefined };
  if (since === undefined) return field;
  const newer = { since: since as TargetMinor, came: (came ?? since) as TargetMinor };
  return { ...field, newer: { ...newer, ...(gate && { gate }), ...(except && { except }) } };
}

/** Whether a minor serves a kind; of kinds that no table lists nothing is known, and `true` is the answer. */
export function serves(target: TargetMinor, apiVersion: string, kind: string): boolean {
  const { since, until } = servedIn(apiVersion, kind);
  return !(since !== undefined && isOlder(target, since)) && !(until !== undefined && isOlder(until, target));
}

/** The first and the last minor that serve a kind by default, where that is not all of them. */
export function servedIn(
  apiVersion: string,
  kind: string,
): { readonly since?: TargetMinor; readonly until?: TargetMinor } {
  const key = `${apiVersion} ${kind}`;
  return Object.hasOwn(servedKinds, key) ? servedKinds[key]! : {};
}

/** The other API version in which a minor serves a kind, the newest of them, if the tables know one. */
export function otherVersion(target: TargetMinor, apiVersion: string, kind: string): string | undefined {
  const group = apiVersion.slice(0, apiVersion.indexOf('/') + 1);
  const others = Object.keys(servedKinds)
    .filter((key) => key.startsWith(group) && key.endsWith(` ${kind}`))
    .map((key) => key.slice(0, key.indexOf(' ')))
    .filter((other) => other !== apiVersion && serves(target, other, kind));
  // `v1` comes before `v1beta3`, and `v1beta3` after `v1beta2`.
  return others.find((other) => /\/v\d+$/.test(other)) ?? others.sort().at(-1);
}
