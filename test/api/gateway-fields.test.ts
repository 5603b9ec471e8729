import { fieldsOf } from '../../src/api/field-types';
import { gatewayFieldsByType } from '../../src/api/gateway-fields';
import { fieldsByType } from '../../src/api/fields';

test('every type that a field names is there, and none is there twice', () => {
  const types = Object.keys(gatewayFieldsByType);
  const named = types.flatMap((type) => [...fieldsOf(type).values()].map((field) => field.type));
  expect(named.filter((type) => type !== '' && fieldsOf(type).has(''))).toEqual([]);
  expect(types.filter((type) => type in fieldsByType)).toEqual([]);
  expect(types.filter((type) => !named.includes(type))).toEqual(['GRPCRoute', 'HTTPRoute']);
});
