import type { HorizontalPodAutoscalerBehavior } from '../../api/kubernetes';
import { numberFlaw } from '../../values/number';
import type { Place } from '../place';
import { checkTarget } from '../target';

/**
 * Refuses a behaviour that the API server would refuse.
 *
 * @throws {PropsError} for a number out of range, and for a word that is none
 */
export function checkBehavior(place: Place, behavior: HorizontalPodAutoscalerBehavior): void {
  checkTarget(place, 'autoscaling.v2.HorizontalPodAutoscalerBehavior', behavior);
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const rules = behavior[direction];
    if (rules === undefined) continue;
    const here = place.at(direction);
    const { selectPolicy, stabilizationWindowSeconds, policies } = rules;
    if (selectPolicy !== undefined) here.at('selectPolicy').oneOf(selectPolicy, ['Max', 'Min', 'Disabled']);
    if (stabilizationWindowSeconds !== undefined) {
      here.at('stabilizationWindowSeconds').check(numberFlaw(stabilizationWindowSeconds, 0, 3600));
    }
    if (policies?.length === 0) {
      here.at('policies').refuse({
        found: 'an empty list',
        allowed: 'at least one policy',
        fix: "leave it out for Kubernetes' own, or write selectPolicy: 'Disabled' to never scale that way",
      });
    }
    policies?.forEach(({ type, value, periodSeconds }, index) => {
      const at = here.at('policies').at(index);
      at.at('type').oneOf(type, ['Pods', 'Percent']);
      at.at('value').check(numberFlaw(value, 1));
      at.at('periodSeconds').check(numberFlaw(periodSeconds, 1, 1800));
    });
  }
}
