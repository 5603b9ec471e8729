import { fieldsByType } from '../../src/api/fields';
import { fieldsOf, parseFields } from '../../src/api/field-types';
import { laterFieldsByType } from '../../src/api/later-fields';
import { minorFieldsOf } from '../../src/api/minor-facts';
import { newerFields } from '../../src/api/newer-fields';

/** Every newer field of the kinds that overrides can change, by the type that has it there. */
function newerByType(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (minorType: string, type: string, above: readonly string[]): void => {
    if (above.includes(minorType)) return;
    for (const { name, newer, type: inner } of minorFieldsOf(minorType)) {
      const known = parseFields(fieldsByType[type] ?? '').get(name);
      if (known === undefined && newer !== undefined) found.set(type, (found.get(type) ?? new Set()).add(name));
      else if (known !== undefined && inner !== '') visit(inner, known.type, [...above, minorType]);
    }
  };
  for (const kind of Object.keys(newerFields)) {
    const name = kind.split(' ')[1];
    if (name !== undefined && fieldsByType[name] !== undefined) visit(kind, name, []);
  }
  found.delete('');
  return found;
}

test('overrides know every field that a minor after 1.27 has on by default', () => {
  const lacking = [...newerByType()].flatMap(([type, fields]) =>
    [...fields].filter((field) => !fieldsOf(type).has(field)).map((field) => `${type}.${field}`),
  );
  expect(lacking).toEqual([]);
});

test('and no other than these', () => {
  const newer = newerByType();
  for (const [type, text] of Object.entries(laterFieldsByType)) {
    const own = [...parseFields(text).keys()];
    if (fieldsByType[type] === undefined) expect([type, newer.has(type)]).toEqual([type, false]);
    else expect([type, own]).toEqual([type, [...newer.get(type)!].sort()]);
  }
});

test('they lead nowhere but to what is there', () => {
  for (const text of Object.values(laterFieldsByType)) {
    for (const [name, { type }] of parseFields(text)) {
      expect([name, type === '' || fieldsOf(type).size > 1 || laterFieldsByType[type] !== undefined]).toEqual([
        name,
        true,
      ]);
    }
  }
});
