import { rankOf } from '../change';
import type { Draft } from '../change';
import type { Effect } from '../effect';
import { generatedName } from '../generated-names';
import type { Surroundings } from '../surroundings';
import { capacityEffects } from './capacity-effects';
import { configEffects } from './config-effects';
import type { ConfigReaders } from './config-effects';
import { dataEffects } from './data-effects';
import { permissionEffects } from './permission-effects';
import { generatedEffects, otherEffects, refusalEffects, renameEffects } from './plain-effects';
import { securityEffects } from './security-effects';
import { trafficEffects } from './traffic-effects';
import { workloadEffects } from './workload-effects';

/** What is around the objects whose changes are described. */
export interface Context {
  readonly before: Surroundings;
  readonly after: Surroundings;
  readonly configs: ConfigReaders;
}

/** What a change does, the riskiest first. There is always something to say, if only that nothing happens. */
export function effectsOf(draft: Draft, { after, before, configs }: Context): readonly Effect[] {
  const isReal =
    draft.kind !== 'moved' && (draft.kind !== 'changed' || draft.fields.length + draft.refusals.length > 0);
  const effects: readonly Effect[] = isReal
    ? [
        ...refusalEffects(draft),
        ...renameEffects(draft),
        ...dataEffects(draft),
        ...(generatedName(draft.after ?? draft.before) === undefined
          ? workloadEffects(draft, after)
          : generatedEffects(draft)),
        ...permissionEffects(draft, before, after),
        ...securityEffects(draft),
        ...trafficEffects(draft),
        ...configEffects(draft, configs),
        ...capacityEffects(draft, before, after),
      ]
    : [];
  if (effects.length === 0) return otherEffects(draft);
  return [...effects].sort((left, right) => rankOf(left.kind) - rankOf(right.kind));
}
