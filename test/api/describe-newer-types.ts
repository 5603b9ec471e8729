import { parseFields } from '../../src/api/field-types';
import { fieldsByType } from '../../src/api/fields';
import { minorFieldsOf } from '../../src/api/minor-facts';
import { isOlder } from '../../src/api/minors';
import type { TargetMinor } from '../../src/api/minors';
import { newerFields } from '../../src/api/newer-fields';
import { roots } from './describe-fields';
import { readSchemaOf } from './kubernetes-releases';
import type { SchemaReference } from './kubernetes-releases';
import { definitionFields, required, texts } from './newer-texts';

/** A field that 1.27 does not have, or of a type that it does not have. */
interface NewField {
  readonly name: string;
  readonly type: SchemaReference;
  /** The first minor that has it on by default; none in types that are newer altogether. */
  readonly since?: TargetMinor;
}

/** A type of 1.27 that has newer fields, or leads to one that has. */
interface LateType {
  /** Its fields that lead to others, with their types as TypeScript writes them. */
  readonly inner: Map<string, string>;
  readonly fields: Map<string, NewField>;
}

/** What came after 1.27, by the names of `src/api/fields.ts`. */
interface LateTypes {
  /** Types of 1.27. */
  readonly old: ReadonlyMap<string, LateType>;
  /** Types that came whole. */
  readonly added: ReadonlyMap<string, readonly NewField[]>;
}

const scalars: Readonly<Record<string, string>> = { string: 'string', numeric: 'number', boolean: 'boolean' };
const quantity = /\.(?:Quantity|IntOrString)$/;

function describe(): LateTypes {
  const schema = new Map(readSchemaOf('1.36').map(({ map, name }) => [name, map?.fields ?? []]));
  const old = new Map<string, LateType>();
  const added = new Map<string, readonly NewField[]>();
  const add = ({ list, namedType }: SchemaReference): void => {
    const inner = list?.elementType.namedType ?? namedType;
    const name = inner === undefined ? '' : shortName(inner);
    if (inner === undefined || quantity.test(inner) || fieldsByType[name] !== undefined || added.has(name)) return;
    const fields = schema.get(inner) ?? definitionFields[name]!;
    added.set(name, fields);
    for (const { type } of fields) add(type);
  };
  const visit = (minorType: string, ourType: string, above: readonly string[]): void => {
    if (above.includes(minorType)) return;
    const late = old.get(ourType) ?? { inner: new Map<string, string>(), fields: new Map<string, NewField>() };
    old.set(ourType, late);
    for (const { name, newer, type } of minorFieldsOf(minorType)) {
      const known = parseFields(fieldsByType[ourType]!).get(name);
      if (known !== undefined) {
        if (type === '' || known.type === '') continue;
        const inner = known.type;
        late.inner.set(
          name,
          { list: `readonly ${inner}[]`, map: `{ readonly [key: string]: ${inner} }` }[known.shape as string] ?? inner,
        );
        visit(type, inner, [...above, minorType]);
      } else if (newer !== undefined) {
        const before = late.fields.get(name)?.since;
        const found = schema.get(`io.k8s.api.${minorType.replace('Regular', '')}`) ?? definitionFields[ourType]!;
        const { type: reference } = found.find((field) => field.name === name)!;
        const since = before !== undefined && isOlder(before, newer.since) ? before : newer.since;
        late.fields.set(name, { name, type: reference, since });
        add(reference);
      }
    }
  };
  for (const kind of Object.keys(newerFields)) {
    const name = kind.split(' ')[1];
    if (name !== undefined && fieldsByType[name] !== undefined) visit(kind, name, []);
  }
  return { old: withoutDeadEnds(old), added };
}

/** The types that lead to a field that 1.27 does not have. */
function withoutDeadEnds(types: ReadonlyMap<string, LateType>): ReadonlyMap<string, LateType> {
  const kept = new Map(types);
  const nameOf = (type: string): string => /(\w+)(?:\[\]| \})?$/.exec(type)![1]!;
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const [name, { fields, inner }] of kept) {
      for (const [field, type] of inner) if (!kept.has(nameOf(type))) inner.delete(field);
      if (fields.size === 0 && [...inner.values()].every((type) => nameOf(type) === name)) kept.delete(name);
    }
  }
  return kept;
}

function shortName(named: string): string {
  return named.slice(named.lastIndexOf('.') + 1);
}

function typeOf({ list, namedType, scalar }: SchemaReference): string {
  if (list !== undefined) return `readonly ${typeOf(list.elementType)}[]`;
  if (namedType === undefined) return scalars[scalar!]!;
  return quantity.test(namedType) ? 'PlainScalar' : shortName(namedType);
}

/** A field in the notation of `src/api/fields.ts`. */
function notationOf({ name, type: { list, namedType } }: NewField): string {
  if (list !== undefined) {
    const of = list.elementType.namedType === undefined ? '' : shortName(list.elementType.namedType);
    const isSet = list.elementRelationship === 'associative' && list.keys === undefined;
    return `${name}:${of}[${isSet ? '=' : (list.keys ?? []).join(',')}]`;
  }
  return namedType === undefined || quantity.test(namedType) ? name : `${name}:${shortName(namedType)}`;
}

function sorted<Value>(entries: Iterable<readonly [string, Value]>): readonly (readonly [string, Value])[] {
  return [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
}

function member(type: string, field: NewField): string {
  const name = `${type}.${field.name}`;
  const text = texts[name];
  if (text === undefined) throw new Error(`Say what ${name} means in newer-texts.ts`);
  const lines =
    field.since === undefined
      ? `  /** ${text} */`
      : `  /**\n   * ${text}\n   * @since 1.${field.since.slice(2)}\n   */`;
  return `${lines}\n  readonly ${field.name}${required.has(name) ? '' : '?'}: ${typeOf(field.type)};`;
}

function extended([name, { fields, inner }]: readonly [string, LateType]): string {
  const others = sorted(inner).map(
    ([field, type]) => `readonly ${field.includes('-') ? `'${field}'` : field}: ${type};`,
  );
  const base = others.length === 0 ? `Plain<k8s.${name}>` : `PlainWith<k8s.${name}, { ${others.join(' ')} }>`;
  const members = sorted(fields).map(([, field]) => member(name, field));
  if (members.length === 0) return `export type ${name} = ${base};`;
  return `export interface ${name} extends ${base} {\n${members.join('\n')}\n}`;
}

function isRoot(name: string): boolean {
  return Object.hasOwn(roots, name);
}

/** The texts of `src/api/newer-types.ts`, `src/api/later-fields.ts` and `src/api/kubernetes-newer.ts`. */
export function newerTypesFiles(): { readonly additions: string; readonly fields: string; readonly types: string } {
  const { added, old } = describe();
  const olds = sorted(old).filter(([name]) => !isRoot(name));
  const used = new Set(
    olds.flatMap(([, { fields }]) =>
      [...fields.values()].map(({ type }) => typeOf(type).replace(/^readonly (\w+)\[\]$/, '$1')),
    ),
  );
  const whole = sorted(added).map(([name, fields]) => {
    const members = fields.map((field) => member(name, field)).join('\n');
    return `/** ${texts[name] ?? ''} */\nexport interface ${name} {\n${members}\n}`;
  });
  const extensions = olds.map(extended);
  const names = sorted(added).map(([name]) => name);
  const types = `import type { k8s } from 'cdk8s-plus-27';
import type { ${names.filter((name) => used.has(name)).join(', ')} } from './newer-types';
import type { Plain, PlainScalar, PlainWith } from './plain-types';

/*
 * The types of the API that have fields which came after 1.27, and those that lead to them. Fields that no minor has on by
 * default are left out. Generated from the schema of Kubernetes 1.36 by \`npx tsx test/api/write-newer-types.ts\`.
 */

${extensions.join('\n\n')}
`;
  const additions = `/*
 * The types of the API that came after 1.27, with the fields that lead to them. Generated from the schema of Kubernetes 1.36
 * by \`npx tsx test/api/write-newer-types.ts\`.
 */

${whole.join('\n\n')}
`;
  const lines = [...olds.map(([name, { fields }]) => [name, [...fields.values()]] as const), ...added]
    .filter(([, fields]) => fields.length > 0)
    .map(
      ([name, fields]) =>
        [
          name,
          [...fields]
            .sort((a, b) => (a.name < b.name ? -1 : 1))
            .map(notationOf)
            .join(' '),
        ] as const,
    );
  const fields = `/**
 * The fields that came after 1.27, by type, in the notation of \`fieldsByType\`: those of types that 1.27 has are more of
 * their fields. Generated from the schema of Kubernetes 1.36 by \`npx tsx test/api/write-newer-types.ts\`.
 */
export const laterFieldsByType: Readonly<Record<string, string>> = {
${sorted(lines)
  .map(([name, text]) => `  ${name}: '${text}',`)
  .join('\n')}
};
`;
  return { additions, fields, types };
}
