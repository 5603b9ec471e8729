import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsByType } from '../../src/api/fields';
import { renamedFields } from '../../src/api/plain';
import { apiNames, describeFields } from './describe-fields';

test('the fields are those of cdk8s-plus-27, under the names of the API', () => {
  expect(fieldsByType).toEqual(describeFields());
});

test('the renamed fields are exactly those which cdk8s-plus-27 renames', () => {
  const schemaOnly = /^\$/;
  const renamed = new Map<string, string>();
  for (const [field, apiName] of apiNames()) {
    const name = field.slice(field.indexOf('.') + 1);
    if (name !== apiName && !schemaOnly.test(apiName)) renamed.set(name, apiName);
  }
  expect({ ...renamedFields }).toEqual(Object.fromEntries(renamed));
});

test('a field that is renamed in one type is so in every type', () => {
  const names = new Map<string, Set<string>>();
  for (const [field, apiName] of apiNames()) {
    const name = field.slice(field.indexOf('.') + 1);
    if (name in renamedFields) names.set(name, (names.get(name) ?? new Set()).add(apiName));
  }
  const ambiguous = [...names].filter(([, apiNamesOfOne]) => apiNamesOfOne.size > 1);
  expect(ambiguous).toEqual([]);
});

test('every class of cdk8s-plus-27 that is no object is one that the mapped type replaces', () => {
  const text = readFileSync(join(require.resolve('cdk8s-plus-27'), '../imports/k8s.d.ts'), 'utf8');
  const classes = [...text.matchAll(/export declare (?:class|enum) (\w+)/g)].map(([, name]) => name!);
  expect(classes.filter((name) => !name.startsWith('Kube'))).toEqual([
    'Quantity',
    'IoK8SApimachineryPkgApisMetaV1DeleteOptionsKind',
    'IntOrString',
  ]);
});
