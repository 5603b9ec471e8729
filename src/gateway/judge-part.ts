import { checkRules } from './check-rules';
import { checkSchema } from './check-schema';
import type { RouteFault } from './fault';
import type { Schema } from './schema';
import { reportUnknown } from './unknown-fields';
import { withDefaults } from './with-defaults';

/** What is wrong with a part of a route; fields are named from that part on. */
export function judgePart(schema: Schema, part: unknown): readonly RouteFault[] {
  const faults: RouteFault[] = [];
  const report = (type: RouteFault['type'], field: string, found: string, must: string): void => {
    faults.push({ type, field, found, must });
  };
  reportUnknown(schema, part, '', report);
  const value = withDefaults(schema, part);
  checkSchema(schema, value, '', report);
  if (!faults.some(({ type }) => blocking.has(type))) checkRules(schema, value, '', report);
  return faults;
}

/** What keeps the API server from asking the rules: it could not read the object. */
const blocking: ReadonlySet<RouteFault['type']> = new Set([
  'NotSupported',
  'Required',
  'TooLong',
  'TooMany',
  'TypeInvalid',
]);
