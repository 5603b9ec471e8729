import type { ReviewError } from '../../engine/review';
import type { KubernetesObject } from '../../manifest/manifest';
import { joinFieldPath, parseFieldPath, valueAt } from '../../problems/field-path';

/**
 * The field that an error is about, as it stands in the object: the server names some fields as it keeps them, and does not name
 * the field at all where it cannot read the value.
 */
export function writtenField(
  { field, message, type }: ReviewError,
  object: () => KubernetesObject | undefined,
): string {
  if (field === '') return type === 'BadRequest' ? (unreadableField(message, object) ?? '') : '';
  const elsewhere = findElsewhere(field, object);
  if (elsewhere !== undefined) return elsewhere;
  const [, addresses] = /^(spec\.(?:clusterIP|externalIP|loadBalancerSourceRange|ipFamilie))s\[0\]$/.exec(field) ?? [];
  if (addresses !== undefined && valueAt(object(), parseFieldPath(field)) === undefined) {
    if (valueAt(object(), parseFieldPath(addresses)) !== undefined) return addresses;
  }
  return field === 'spec.persistentvolumesource' ? 'spec' : field;
}

/** Fields that the server keeps in another place than they may be written in: how they are kept, and how they are written. */
const places: readonly (readonly [string, string])[] = [
  ['data', 'stringData'],
  ['spec.validation', 'spec.versions[0].schema'],
  ['spec.subresources', 'spec.versions[0].subresources'],
  ['spec.additionalPrinterColumns', 'spec.versions[0].additionalPrinterColumns'],
  ['spec.conversion.webhookClientConfig', 'spec.conversion.webhook.clientConfig'],
];

/** Where a field is written, if not where the server keeps it. */
function findElsewhere(field: string, object: () => KubernetesObject | undefined): string | undefined {
  for (const [kept, written] of places) {
    if (!field.startsWith(kept) || /^\w/.test(field.slice(kept.length))) continue;
    const whole = `${written}${field.slice(kept.length)}`;
    const isThere = (path: string): boolean => valueAt(object(), parseFieldPath(path)) !== undefined;
    return !isThere(field) && (isThere(whole) || (!isThere(kept) && isThere(written))) ? whole : undefined;
  }
  return undefined;
}

/** Fields that the server fills from another one where they are not written: what is wrong with that is then said twice. */
const copies: readonly (readonly [RegExp, string])[] = [
  [/\.targetPort$/, '.port'],
  [/\.requests(?=[.[])/, '.limits'],
];

/** Whether an error is about a field that nobody wrote, and another error about the field that it was filled from. */
export function isCopy(
  error: ReviewError,
  all: readonly ReviewError[],
  object: () => KubernetesObject | undefined,
): boolean {
  for (const [copy, original] of copies) {
    if (!copy.test(error.field)) continue;
    const field = error.field.replace(copy, original);
    const isSaid = all.some((it) => it.field === field && it.detail === error.detail);
    if (isSaid && valueAt(object(), parseFieldPath(error.field)) === undefined) return true;
  }
  return false;
}

function unreadableField(message: string, object: () => KubernetesObject | undefined): string | undefined {
  const [, found, path] =
    /cannot unmarshal (\w+)(?: \S+)? into Go struct field \w+\.([\w.]+) of type/.exec(message) ?? [];
  if (path !== undefined) {
    const names = path.split('.');
    // What the server reads as one type (`1e400` as text) may be another one here: then the first of that name.
    return findByType(object(), names, '', found) ?? findByType(object(), names, '', 'any');
  }
  return /illegal base64 data/.test(message) ? findBadBase64(object()) : undefined;
}

/** Follows names through maps and lists to the first value of a JSON type. */
function findByType(value: unknown, names: readonly string[], field: string, type: string): string | undefined {
  if (Array.isArray(value) && (names.length > 0 || (type !== 'array' && type !== 'any'))) {
    for (const [index, item] of value.entries()) {
      const found = findByType(item, names, joinFieldPath(field, index), type);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (names.length === 0 && (type === 'any' || typeOf(value) === type)) return field;
  if (typeOf(value) !== 'object') return undefined;
  const map = value as Readonly<Record<string, unknown>>;
  if (names.length > 0) {
    // The path has no step for the key of a map.
    const direct = Object.hasOwn(map, names[0])
      ? findByType(map[names[0]], names.slice(1), joinFieldPath(field, names[0]), type)
      : undefined;
    if (direct !== undefined || field === '') return direct;
  }
  for (const [key, item] of Object.entries(map)) {
    if (names.length === 0 && typeOf(item) === type) return joinFieldPath(field, key);
  }
  return undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function findBadBase64(object: KubernetesObject | undefined): string | undefined {
  const data = valueAt(object, ['data']);
  if (typeOf(data) !== 'object' || data === null) return undefined;
  const isBad = (value: unknown): boolean =>
    typeof value === 'string' &&
    !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.replace(/[\r\n]/g, ''));
  const bad = Object.entries(data as object).find(([, value]) => isBad(value));
  return bad && joinFieldPath('data', bad[0]);
}
