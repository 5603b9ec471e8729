import { show } from '../values/show';
import { join } from './check-schema';
import type { Report } from './fault';
import type { Rule, Schema } from './schema';
import { isMap } from './with-defaults';

/** Reports the rules that do not hold. The value has its defaults, and every type in it is right. */
export function checkRules(schema: Schema, value: unknown, field: string, report: Report): void {
  if (schema.type !== 'array' && schema.type !== 'object') return;
  // A value of the right type is what its rules expect.
  for (const { holds, must } of (schema.rules ?? []) as readonly Rule<unknown>[]) {
    if (!holds(value)) report('Invalid', field, show(value), must);
  }
  if (schema.type === 'array') {
    (value as readonly unknown[]).forEach((item, index) =>
      checkRules(schema.items, item, `${field}[${index}]`, report),
    );
  } else if (isMap(value)) {
    for (const [name, known] of Object.entries(schema.fields)) {
      if (value[name] !== undefined) checkRules(known, value[name], join(field, name), report);
    }
  }
}
