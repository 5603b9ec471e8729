import { pointer } from './case';
import type { CaseValue, Step, Tree } from './case';
import * as amounts from './numbers';
import * as values from './values';

type Key = string | number;

/** Every single step that may be taken from an object, whether it makes sense or not; apiVersion and kind stay. */
export function mutations(object: Tree): readonly Step[] {
  const steps: Step[] = [...additions([])];
  for (const [key, value] of Object.entries(object)) {
    if (key !== 'apiVersion' && key !== 'kind') steps.push(...below([key], value));
  }
  return steps;
}

function below(path: readonly Key[], value: unknown): readonly Step[] {
  const at = pointer(path);
  const own: Step[] = [
    ['remove', at],
    ['set', at, null],
  ];
  if (Array.isArray(value)) {
    own.push(
      ['set', at, []],
      ...sets(at, values.notLists),
      ['append', at, null],
      ['append', at, {}],
      ['append', at, 'a'],
      ['append', at, ''],
    );
    if (value.length > 0) own.push(['append', at, value[0] as CaseValue]);
    value.forEach((item, index) => own.push(...below([...path, index], item)));
    return own;
  }
  if (typeof value === 'object' && value !== null) {
    own.push(['set', at, {}], ...sets(at, values.notObjects), ...additions(path));
    if (isMap(path)) own.push(...mapSteps(at));
    for (const [key, item] of Object.entries(value)) {
      own.push(...below([...path, key], item), ['twice', pointer([...path, key]), item as CaseValue]);
      const other = key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase();
      own.push(['rename', pointer([...path, key]), other]);
    }
    return own;
  }
  return [...own, ...sets(at, scalars(path, value))];
}

function sets(at: string, list: readonly CaseValue[]): readonly Step[] {
  return list.map((value): Step => ['set', at, value]);
}

/** Fields that no type has, and one that many have. */
function additions(path: readonly Key[]): readonly Step[] {
  return isMap(path)
    ? []
    : [
        ['set', pointer([...path, 'unknownField']), 1],
        ['set', pointer([...path, 'name']), 'added'],
      ];
}

const maps =
  /^(labels|annotations|matchLabels|nodeSelector|data|stringData|binaryData|volumeAttributes|parameters|requests|limits|hard|capacity|podFixed|overhead|options|min|max|default|defaultRequest|maxLimitRequestRatio|deprecatedTopology)$/i;

function isMap(path: readonly Key[]): boolean {
  const last = path[path.length - 1];
  return typeof last === 'string' && maps.test(last);
}

function mapSteps(at: string): readonly Step[] {
  return [
    ...values.keys.map((key): Step => ['set', `${at}${pointer([key])}`, quantityPath.test(at) ? '1' : 'a']),
    ...values.labelValues.map((value): Step => ['set', `${at}/added`, value]),
  ];
}

const quantityPath =
  /\/(requests|limits|hard|capacity|podFixed|overhead|min|max|default|defaultRequest|maxLimitRequestRatio)(\/[^/]*)?$|\/(sizeLimit|divisor|averageValue|maximumVolumeSize)$|target\/value$/;
const numberOrText = /\/(maxSurge|maxUnavailable|minAvailable|targetPort|port)$/;
const time = /Time(stamp)?$/;

function scalars(path: readonly Key[], value: unknown): readonly CaseValue[] {
  const at = pointer(path);
  if (quantityPath.test(at)) return amounts.quantities;
  if (numberOrText.test(at)) return amounts.numbersOrTexts;
  if (time.test(at)) return amounts.times;
  if (typeof value === 'number') return [...amounts.numbers, ...amounts.notNumbers];
  if (typeof value === 'boolean') return [!value, ...amounts.notBooleans];
  const text = String(value);
  return [
    ...values.texts,
    ...values.notTexts,
    text.toLowerCase(),
    text.toUpperCase(),
    `${text} `,
    `${text}x`,
    `${text}-${'a'.repeat(60)}`,
  ];
}
