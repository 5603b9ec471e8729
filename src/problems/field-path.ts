/** One step of a field path: the key of a map or the index of a list; a number in brackets may be either. */
export type FieldStep = string | number;

/**
 * Reads the path of a field as Kubernetes writes it, such as `spec.containers[0].name`, `data[my.key]` or
 * `metadata.annotations[example.com/a]`. A path that is written in another way gives the steps that can be read.
 */
export function parseFieldPath(field: string): readonly FieldStep[] {
  const steps: FieldStep[] = [];
  const step = /\[([^\]]*)\]|([^.[\]]+)/gy;
  for (let at = 0; at < field.length;) {
    if (field[at] === '.') at += 1;
    step.lastIndex = at;
    const match = step.exec(field);
    if (!match) break;
    at = step.lastIndex;
    if (match[2] !== undefined) steps.push(match[2]);
    else steps.push(/^\d+$/.test(match[1]) ? Number(match[1]) : match[1].replace(/^"(.*)"$/, '$1'));
  }
  return steps;
}

/** Appends a step to a path, as Kubernetes would write it. */
export function joinFieldPath(field: string, step: FieldStep): string {
  if (typeof step === 'number') return `${field}[${step}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(step)) return `${field}[${step}]`;
  return field === '' ? step : `${field}.${step}`;
}

/** The value at a path; undefined where there is none. */
export function valueAt(data: unknown, steps: readonly FieldStep[]): unknown {
  let value = data;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<FieldStep, unknown>>)[step];
  }
  return value;
}
