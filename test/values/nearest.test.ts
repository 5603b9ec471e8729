import { isMisspelt, nearest } from '../../src/values/nearest';

const known = ['os', 'env', 'name', 'replicas', 'readinessProbe'];

test('the nearest words come first', () => {
  expect(nearest('nam', known)).toEqual(['name']);
  expect(nearest('replica', known)).toEqual(['replicas']);
  expect(nearest('colour', known)).toEqual([]);
});

test('a long word is misspelt where it is near, a short one where one character differs', () => {
  expect(isMisspelt('readinesProb', known)).toBe(true);
  expect(isMisspelt('nmae', known)).toBe(true);
  expect(isMisspelt('envs', known)).toBe(true);
  expect(isMisspelt('host', known)).toBe(false);
  expect(isMisspelt('team', known)).toBe(false);
});
