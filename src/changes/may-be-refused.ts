import type { KubernetesObject } from '../manifest/manifest';
import { at } from './data';
import type { FieldChange } from './field-change';

/** Fields of its own that may change in any object. */
const always = /^metadata\.(?:labels|annotations)\b/;
/** Fields of Pods that those who look after Pods may change at any time. */
const ofTemplates =
  /^spec\.template\.(?:metadata\.annotations\b|spec\.(?:initContainers|containers)\[[^\]]*\]\.image$)/;
const withTemplates: ReadonlySet<unknown> = new Set(['DaemonSet', 'Deployment', 'StatefulSet']);
const withData: ReadonlySet<unknown> = new Set(['ConfigMap', 'Secret']);

/**
 * Whether the API server could have a reason to refuse an update. It has none for the commonest ones, such as a label or a tag that moves,
 * and need not be asked.
 */
export function mayBeRefused(before: KubernetesObject, fields: readonly FieldChange[]): boolean {
  const { immutable, kind } = before;
  const selector = JSON.stringify(at(before, 'spec', 'selector')) ?? '';
  const isFreeLabel = (path: string): boolean => {
    const [, key] = /^spec\.template\.metadata\.labels(?:\.|\[)([^\]]+)\]?$/.exec(path) ?? [];
    return key !== undefined && !selector.includes(JSON.stringify(key));
  };
  const isTaken = ({ path }: FieldChange): boolean =>
    always.test(path) ||
    (withTemplates.has(kind) && (ofTemplates.test(path) || isFreeLabel(path))) ||
    (withData.has(kind) && immutable !== true && /^(?:data|stringData|binaryData)\b/.test(path));
  return !fields.every(isTaken);
}
