import type { GatewayChannel } from '../../../src/api/gateway';
import { judgeRoute } from '../../../src/gateway/judge-route';
import { textOf } from '../../corpus/case';
import type { RouteVerdict } from './ask';
import { kindOf, routeOf } from './cases';
import type { RouteCase } from './cases';

/** What `src/gateway/` says to a case, in the form of what the server says. */
export function ourVerdict(one: RouteCase, channel: GatewayChannel): RouteVerdict {
  const route: unknown = JSON.parse(textOf(routeOf(one)));
  const faults = judgeRoute(kindOf(one), route, channel);
  if (faults.length === 0) return { code: 201 };
  // The server looks no further where it does not know a field.
  const unknown = faults.filter(({ type }) => type === 'Unknown');
  const said = unknown.length > 0 ? unknown : faults;
  return { code: unknown.length > 0 ? 400 : 422, fields: [...new Set(said.map(({ field }) => field))].sort() };
}

/** Whether both say the same. */
export function isSame(one: RouteVerdict, other: RouteVerdict): boolean {
  return one.code === other.code && JSON.stringify(one.fields ?? []) === JSON.stringify(other.fields ?? []);
}
