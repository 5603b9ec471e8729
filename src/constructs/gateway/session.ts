import type { GatewayChannel, SessionPersistence } from '../../api/gateway';
import { sessionPersistence } from '../../gateway/route-schema';
import type { Place } from '../place';
import { checkChannel, checkPart } from './check-part';

/**
 * How requests of one client are kept together, as the API has it.
 *
 * @throws {PropsError} for what it refuses
 */
export function sessionOf(
  place: Place,
  session: SessionPersistence | undefined,
  channel: GatewayChannel,
): SessionPersistence | undefined {
  if (session === undefined) return undefined;
  checkChannel(place, channel);
  checkPart(place, sessionPersistence, session);
  return session;
}
