import type { HorizontalPodAutoscalerSpec } from '../../api/kubernetes';
import { subdomainNameFlaw } from '../../values/name';
import { show } from '../../values/show';
import type { Place } from '../place';
import { isOurs } from '../network/pod-selection';
import { refuseHere } from '../network/refuse-here';
import { checkSameNamespace } from '../network/same-namespace';
import type { kplus } from '../pod/kplus';
import { type NameOf, nameOf } from '../pod/reference';

/** What is scaled, by what Kubernetes calls it. */
export interface ScaledObject {
  /** API group and version, such as `apps/v1`. */
  readonly apiVersion: string;
  /** Kind, such as `Deployment`. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: NameOf;
}

/** What is scaled: a workload of ours, one of kplus, or an object by its name. */
export type ScaleTarget = kplus.IScalable | ScaledObject;

/** Whether this is a workload, of ours or of kplus, that an autoscaler can scale. */
export function isScalable(value: object): value is kplus.IScalable {
  return typeof (value as { readonly toScalingTarget?: unknown }).toScalingTarget === 'function';
}

/**
 * The reference to what is scaled. A workload is told that it has an autoscaler.
 *
 * @throws {PropsError} for a workload with a fixed number of Pods, in another namespace, or with another autoscaler
 */
export function scaleTargetRef(place: Place, target: ScaleTarget): HorizontalPodAutoscalerSpec['scaleTargetRef'] {
  if (typeof target !== 'object' || target === null) refuse(place, target);
  if (!isScalable(target)) {
    const { apiVersion, kind, name } = target;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') refuse(place, target);
    place.at('name').check(subdomainNameFlaw(nameOf(name)));
    return { apiVersion, kind, name: nameOf(name) };
  }
  if (isOurs(target)) checkSameNamespace(place, target);
  const { apiVersion, kind, name, replicas } = refuseHere(place, () => target.toScalingTarget());
  if (replicas !== undefined) {
    place.refuse({
      found: `"${name}" with ${replicas} replicas, so that each apply would undo what the autoscaler did`,
      allowed: 'a workload without replicas',
      fix: 'leave out its replicas and set minReplicas',
    });
  }
  if (target.hasAutoscaler) {
    place.refuse({
      found: `"${name}", which has an autoscaler`,
      allowed: 'one autoscaler for each workload',
      fix: 'put the metrics of both into one',
    });
  }
  target.markHasAutoscaler();
  return { apiVersion, kind, name };
}

function refuse(place: Place, found: unknown): never {
  return place.refuse({
    found: show(found),
    allowed: 'a workload, or { apiVersion, kind, name }',
    fix: 'pass the construct itself',
  });
}
