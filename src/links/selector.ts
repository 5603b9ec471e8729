import type { Field } from './field';

/** Labels of an object. */
export type LabelMap = Readonly<Record<string, unknown>>;

/** One condition on a label. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /** Empty for `Exists` and `DoesNotExist`. */
  readonly values: readonly string[];
}

/** Conditions on labels, all of which must hold; none at all holds for everything. */
export interface Selector {
  readonly requirements: readonly LabelRequirement[];
  /** As `kubectl --selector` takes it, such as `app=web,tier in (a,b)`; empty where everything is selected. */
  readonly text: string;
}

/** Reads a map of labels, as a Service has it. */
export function selectorOfLabels(labels: Field): Selector {
  return selectorOf(labels.entries().map(([key, value]) => equals(key, value)));
}

/** Reads a LabelSelector, with `matchLabels` and `matchExpressions`. */
export function selectorOfLabelSelector(selector: Field): Selector {
  const requirements = selector
    .at('matchLabels')
    .entries()
    .map(([key, value]) => equals(key, value));
  for (const expression of selector.at('matchExpressions').items()) {
    const operator = expression.at('operator').text;
    if (!isOperator(operator)) continue;
    requirements.push({ key: expression.at('key').text, operator, values: expression.at('values').texts });
  }
  return selectorOf(requirements);
}

/** Whether labels meet every condition. */
export function selects(selector: Selector, labels: LabelMap): boolean {
  return selector.requirements.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    const isThere = typeof value === 'string';
    if (operator === 'In') return isThere && values.includes(value);
    if (operator === 'NotIn') return !isThere || !values.includes(value);
    return isThere === (operator === 'Exists');
  });
}

function equals(key: string, value: Field): LabelRequirement {
  return { key, operator: 'In', values: [value.text] };
}

/** A selector with certain requirements. */
export function selectorOf(requirements: readonly LabelRequirement[]): Selector {
  return { requirements, text: requirements.map(describe).join(',') };
}

function describe({ key, operator, values }: LabelRequirement): string {
  if (operator === 'Exists') return key;
  if (operator === 'DoesNotExist') return `!${key}`;
  if (operator === 'In' && values.length === 1) return `${key}=${values[0]}`;
  return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
}

function isOperator(text: string): text is LabelRequirement['operator'] {
  return text === 'In' || text === 'NotIn' || text === 'Exists' || text === 'DoesNotExist';
}
