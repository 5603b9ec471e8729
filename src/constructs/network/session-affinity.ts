import type { ServiceSpec } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import type { Place } from '../place';

/**
 * Refuses settings of an affinity that is not there: the API server would drop them without a word.
 *
 * @throws {PropsError} for such settings, and for a wrong time
 */
export function checkAffinity(
  place: Place,
  { sessionAffinity, sessionAffinityConfig }: Pick<ServiceSpec, 'sessionAffinity' | 'sessionAffinityConfig'>,
): void {
  if (sessionAffinity !== undefined) place.at('sessionAffinity').oneOf(sessionAffinity, ['None', 'ClientIP']);
  if (sessionAffinityConfig === undefined) return;
  const seconds = sessionAffinityConfig.clientIP?.timeoutSeconds;
  const here = place.at('sessionAffinityConfig');
  if (seconds !== undefined)
    here
      .at('clientIP')
      .at('timeoutSeconds')
      .check(numberFlaw(seconds, 1, 86400));
  if (sessionAffinity === 'ClientIP') return;
  here.refuse({
    found: "given without sessionAffinity: 'ClientIP'",
    allowed: "sessionAffinity: 'ClientIP' beside it",
    fix: "set sessionAffinity: 'ClientIP'",
  });
}
