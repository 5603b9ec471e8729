import { nearest } from '../values/nearest';
import { join } from './check-schema';
import type { Report } from './fault';
import type { Schema } from './schema';
import { isMap } from './with-defaults';

/** Characters of a field that is looked into. */
const longest = 1000;

/** Reports the fields that a schema does not have. A map has no field at all where there should be something else. */
export function reportUnknown(schema: Schema | undefined, value: unknown, field: string, report: Report): void {
  // Lists in lists without end: the field of the outermost is enough.
  if (field.length > longest) return;
  if (Array.isArray(value)) {
    const items = schema?.type === 'array' ? schema.items : undefined;
    value.forEach((item, index) => reportUnknown(items, item, `${field}[${index}]`, report));
    return;
  }
  if (!isMap(value)) return;
  const fields = schema?.type === 'object' ? schema.fields : {};
  for (const [name, item] of Object.entries(value)) {
    if (Object.hasOwn(fields, name)) {
      reportUnknown(fields[name], item, join(field, name), report);
      continue;
    }
    const near = nearest(name, Object.keys(fields), 1);
    const must = near.length > 0 ? `be ${near[0]} or another field of it` : 'be left out';
    report('Unknown', join(field, name), 'no field of it', must);
  }
}
