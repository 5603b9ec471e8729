import { judgePart } from '../../gateway/judge-part';
import type { Schema } from '../../gateway/schema';
import { parseFieldPath } from '../../problems/field-path';
import type { GatewayChannel } from '../../api/gateway';
import type { Place } from '../place';

/**
 * Refuses a part of a route that is not as the Gateway API has it.
 *
 * @throws {PropsError} for the first thing that is wrong with it
 */
export function checkPart(place: Place, schema: Schema, part: unknown): void {
  const [fault] = judgePart(schema, part);
  if (fault === undefined) return;
  const here = parseFieldPath(fault.field).reduce((at: Place, step) => at.at(step), place);
  here.refuse({ found: fault.found, allowed: `a value that must ${fault.must}`, fix: 'change it as the API asks' });
}

/**
 * Refuses a field that only the experimental channel of the Gateway API has.
 *
 * @throws {PropsError} unless the cluster is said to have that channel
 */
export function checkChannel(place: Place, channel: GatewayChannel): void {
  if (channel === 'experimental') return;
  place.refuse({
    found: 'given',
    allowed: 'left out: the standard channel of the Gateway API does not have it',
    fix: "leave it out, or set channel: 'experimental' if the cluster has that one",
  });
}
