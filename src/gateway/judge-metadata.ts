import { annotationKeyFlaw, labelKeyFlaw, labelValueFlaw } from '../values/label';
import { subdomainNameFlaw } from '../values/name';
import { show } from '../values/show';
import type { Flaw } from '../problems/props-error';
import type { RouteFault } from './fault';
import { isMap } from './with-defaults';

/** Names, labels and annotations that no custom resource may have. */
export function judgeMetadata(metadata: unknown): readonly RouteFault[] {
  const faults: RouteFault[] = [];
  const { name, generateName, labels, annotations } = isMap(metadata) ? metadata : {};
  const check = (field: string, value: unknown, flaw: Flaw | undefined): void => {
    if (flaw !== undefined) faults.push({ type: 'Invalid', field, found: show(value), must: `be ${flaw.allowed}` });
  };
  if (name !== undefined) check('metadata.name', name, subdomainNameFlaw(name));
  else if (generateName === undefined) {
    faults.push({ type: 'Required', field: 'metadata.name', found: 'left out', must: 'be given, or generateName' });
  }
  for (const [key, value] of Object.entries(isMap(labels) ? labels : {})) {
    check('metadata.labels', key, labelKeyFlaw(key));
    check('metadata.labels', value, labelValueFlaw(value));
  }
  for (const key of Object.keys(isMap(annotations) ? annotations : {})) {
    check('metadata.annotations', key, annotationKeyFlaw(key));
  }
  return faults;
}
