import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { annotationKeyFlaw, labelKeyFlaw, labelValueFlaw } from '../values/label';
import { show } from '../values/show';
import type { Place } from './place';

/** Labels or annotations. */
export type Labels = { readonly [key: string]: string };

const nameLabel = 'app.kubernetes.io/name';
const instanceLabel = 'app.kubernetes.io/instance';

/**
 * The labels by which a workload's Pods are found. They depend on the name alone, never on the place in the tree,
 * because the selector of a Deployment cannot be changed. See docs/decisions/selectors.md.
 *
 * @param app Name of the application, `app.kubernetes.io/name`. Default: the workload's name.
 */
export function selectorLabels(name: string, app: string = name): Labels {
  return { [nameLabel]: app, [instanceLabel]: name };
}

/** Labels of a Pod: those of its chart and of the scopes around it, those asked for, and the selector's over all. */
export function podLabels(scope: Construct, selector: Labels, ...asked: readonly (Labels | undefined)[]): Labels {
  return Object.assign({}, Chart.of(scope).labels, ...asked, selector) as Labels;
}

/**
 * Refuses labels that the API server would refuse, and those that would break the selector.
 *
 * @throws {PropsError} for the first wrong key or value
 */
export function checkLabels(place: Place, labels: Labels | undefined, selector: Labels = {}): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (key !== nameLabel && key !== instanceLabel) place.check(labelKeyFlaw(key));
    place.at(key).check(labelValueFlaw(value));
    const fixed = selector[key];
    if (fixed === undefined || fixed === value) continue;
    place.at(key).refuse({
      found: show(value),
      allowed: `${show(fixed)}, by which the Pods are selected`,
      fix: 'leave the label out, or change the selector with `selectorLabels`',
    });
  }
}

/**
 * Refuses annotations that the API server would refuse.
 *
 * @throws {PropsError} for the first wrong key or value
 */
export function checkAnnotations(place: Place, annotations: Labels | undefined): void {
  for (const [key, value] of Object.entries(annotations ?? {})) {
    place.check(annotationKeyFlaw(key));
    if (typeof value === 'string') continue;
    place.at(key).refuse({ found: show(value), allowed: 'text', fix: 'write it in quotes' });
  }
}

/** Labels, or nothing where there are none: an empty map is not printed. */
export function someLabels(labels: Labels): Labels | undefined {
  return Object.keys(labels).length === 0 ? undefined : labels;
}
