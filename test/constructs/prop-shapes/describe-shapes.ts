import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');

/** Props that are checked elsewhere: an override is held against the fields of the API when it is merged in. */
const checkedElsewhere = ['overrides'];

/**
 * Types of what functions of ours return as plain objects, and of what stands for an object by its name: they may have
 * more fields than are asked for.
 */
const openTypes = ['Named', 'EnvSource', 'EnvFrom', 'SecretKeysProps'];

/**
 * What may stand beside a field, because what functions of ours return has it: `web.port('http')` a `containerPort`, a
 * `SecretReference` that is spread its type.
 */
const besides: Readonly<Record<string, readonly string[]>> = {
  servicePort: ['containerPort:number'],
  keys: ['place:any', 'type:text'],
};

/** The shapes of all props, read from the types, in the notation of `src/constructs/shapes/prop-shapes.ts`. */
export function describeShapes(): Readonly<Record<string, string>> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.dev.json'), (path) => ts.sys.readFile(path)) as {
    readonly config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const file = join(__dirname, 'roots.ts');
  const program = ts.createProgram([file], { ...options, noEmit: true, types: [] });
  const checker = program.getTypeChecker();
  const roots = program
    .getSourceFile(file)!
    .statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'Roots')!;
  const constructs = checker.getPropertiesOfType(checker.getTypeAtLocation(roots));
  const shapes = new Shapes(checker, constructs);
  for (const construct of constructs) shapes.describe(construct.name, flat(checker.getTypeOfSymbol(construct)));
  return shapes.described();
}

/** What a value may be, sorted by how it is written. */
interface Alternatives {
  /** Words of the notation, such as `text`. */
  readonly words: Set<string>;
  /** Objects with fields. */
  readonly structs: ts.Type[];
  /** Items of lists. */
  readonly items: ts.Type[];
  /** Values of maps. */
  readonly values: ts.Type[];
}

class Shapes {
  private readonly names = new Map<string, string>();
  private readonly fields: Map<string, readonly string[]>;

  constructor(
    private readonly checker: ts.TypeChecker,
    constructs: readonly ts.Symbol[],
  ) {
    this.fields = new Map(constructs.map(({ name }) => [name, []]));
  }

  described(): Readonly<Record<string, string>> {
    // What all of many fields have in common is written once: the props of Pods, and those of one with a main container.
    this.share('Pod+', ['priorityClassName:text']);
    this.share('Workload+', ['+Pod+', 'containerName:text']);
    return Object.fromEntries(
      [...this.fields].map(([name, fields]) => [name, fields.join(' ')] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  /** Writes once what all objects that have a certain field have in common. */
  private share(name: string, having: readonly string[]): void {
    const large = [...this.fields].filter(([, fields]) => having.every((one) => fields.includes(one)));
    const common = large.map(([, fields]) => fields).reduce((all, fields) => all.filter((one) => fields.includes(one)));
    this.fields.set(name, common);
    for (const [other, fields] of large) {
      this.fields.set(other, [`+${name}`, ...fields.filter((one) => !common.includes(one))]);
    }
  }

  /** Every alternative, the objects among them as one with the fields of all. */
  private shape(types: readonly ts.Type[], hint: string): string {
    const { items, structs, values, words } = this.alternatives(types);
    if (words.has('any')) return 'any';
    if (items.length > 0) words.add(`[${this.shape(items.flatMap(flat), hint)}]`);
    if (values.length > 0) words.add(`{${this.valueShape(values.flatMap(flat), hint)}}`);
    if (structs.length > 0) words.add(this.struct(structs, hint));
    if (words.has('text')) for (const word of words) if (word.startsWith("'")) words.delete(word);
    if (words.delete('true')) words.add(words.delete('false') ? 'boolean' : 'true');
    return [...words].sort().join('|');
  }

  /** What the values of a map may be; nothing too where the types say so. */
  private valueShape(types: readonly ts.Type[], hint: string): string {
    const shape = this.shape(types, hint);
    return types.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0) ? `${shape}|undefined` : shape;
  }

  private alternatives(types: readonly ts.Type[]): Alternatives {
    const found: Alternatives = { words: new Set(), structs: [], items: [], values: [] };
    for (const type of types) this.sort(type, found);
    return found;
  }

  private sort(type: ts.Type, { items, structs, values, words }: Alternatives): void {
    const { checker } = this;
    const is = (flag: ts.TypeFlags): boolean => (type.flags & flag) !== 0;
    if (is(ts.TypeFlags.Undefined | ts.TypeFlags.Never | ts.TypeFlags.Void)) return;
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      return void items.push(...checker.getTypeArguments(type as ts.TypeReference));
    }
    const word = this.wordOf(type, is);
    if (word !== undefined) return void words.add(word);
    const indexes = checker.getIndexInfosOfType(type);
    if (indexes.length === 0) structs.push(type);
    else values.push(...indexes.map((index) => index.type));
  }

  private wordOf(type: ts.Type, is: (flag: ts.TypeFlags) => boolean): string | undefined {
    if (is(ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'any';
    if (is(ts.TypeFlags.Null)) return 'null';
    if (type.isStringLiteral()) return /[\s|'{}[\]]/.test(type.value) ? 'text' : `'${type.value}'`;
    if (is(ts.TypeFlags.StringLike)) return 'text';
    if (is(ts.TypeFlags.NumberLike)) return 'number';
    if (is(ts.TypeFlags.BooleanLiteral)) return this.checker.typeToString(type);
    if (type.isIntersection() && type.types.some((one) => (one.flags & ts.TypeFlags.StringLike) !== 0)) return 'text';
    return this.isMade(type) ? `@${type.symbol.name}` : undefined;
  }

  /** Whether it is made by a class or bears methods, so that it says itself what it is. */
  private isMade(type: ts.Type): boolean {
    const symbol = type.symbol as ts.Symbol | undefined;
    if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Class) !== 0) return true;
    return this.checker
      .getPropertiesOfType(type)
      .some((property) => this.checker.getTypeOfSymbol(property).getCallSignatures().length > 0);
  }

  /** The name of a shape for objects of these types; they are described once. */
  private struct(structs: readonly ts.Type[], hint: string): string {
    const identity = [...new Set(structs.map((type) => (type as ts.Type & { readonly id: number }).id))].sort().join();
    const known = this.names.get(identity);
    if (known !== undefined) return known;
    const open = structs.some((type) => openTypes.includes(nameOf(type) ?? ''));
    const name = this.unused(`${nameOf(structs.length === 1 ? structs[0] : undefined) ?? hint}${open ? '~' : ''}`);
    this.names.set(identity, name);
    this.describe(name, structs);
    const text = this.fields.get(name)!.join(' ');
    for (const [other, fields] of this.fields) {
      // Only what refers to nothing of its own can be told to be the same before all is described.
      if (other === name || fields.join(' ') !== text || other.endsWith('~') !== open) continue;
      this.fields.delete(name);
      this.names.set(identity, other);
      return other;
    }
    return name;
  }

  /** Describes the objects that may have any of these types. */
  describe(name: string, structs: readonly ts.Type[]): void {
    this.fields.set(name, []);
    const found = new Map<string, { readonly types: ts.Type[]; isOptional: boolean; count: number }>();
    for (const property of structs.flatMap((struct) => this.checker.getPropertiesOfType(struct))) {
      const types = flat(this.checker.getTypeOfSymbol(property));
      if (types.every(({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) !== 0)) continue;
      const field = found.get(property.name) ?? { types: [], isOptional: false, count: 0 };
      field.types.push(...types);
      field.isOptional ||= this.mayLack(property);
      field.count += 1;
      found.set(property.name, field);
    }
    const texts = [...found].map(([field, { count, isOptional, types }]) => {
      const mark = isOptional || count < structs.length ? '' : '!';
      return `${field}${mark}:${checkedElsewhere.includes(field) ? '{any}' : this.shape(types, typeName(field))}`;
    });
    const ways = this.waysOf(structs, new Set(texts.flatMap((text) => /^(.*?)!:/.exec(text)?.[1] ?? [])));
    if (ways !== '') texts.push(`*:${ways}`);
    const beside = [...found.keys()].flatMap((field) => besides[field] ?? []);
    const more = beside.filter((text) => !found.has(text.slice(0, text.indexOf(':'))));
    this.fields.set(name, [...texts, ...more].sort());
  }

  /** Which fields must be there together, where it is one of several objects: `a+b,c`. */
  private waysOf(structs: readonly ts.Type[], inAll: ReadonlySet<string>): string {
    const ways = structs.map((struct) =>
      this.checker
        .getPropertiesOfType(struct)
        .filter((property) => !this.mayLack(property) && !inAll.has(property.name))
        .map(({ name }) => name)
        .sort(),
    );
    const isMore = (way: readonly string[]): boolean =>
      ways.some((other) => other.length < way.length && other.every((field) => way.includes(field)));
    const least = ways.filter((way) => !isMore(way)).map((way) => way.join('+'));
    return [...new Set(least)].sort().join(',');
  }

  private mayLack(property: ts.Symbol): boolean {
    const types = flat(this.checker.getTypeOfSymbol(property));
    return (
      (property.flags & ts.SymbolFlags.Optional) !== 0 ||
      types.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0)
    );
  }

  private unused(name: string): string {
    const [, word, mark] = /^(.*?)(~?)$/.exec(name)!;
    let unused = name;
    for (let number = 2; this.fields.has(unused); number++) unused = `${word}${number}${mark}`;
    return unused;
  }
}

function flat(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types.flatMap(flat) : [type];
}

function nameOf(type: ts.Type | undefined): string | undefined {
  const symbol = type?.aliasSymbol ?? (type?.symbol as ts.Symbol | undefined);
  return symbol === undefined || /^_|^Plain|^OneOf|^Pick|^Omit|^Unsettable/.test(symbol.name) ? undefined : symbol.name;
}

/** The name of a field as that of a type. */
function typeName(field: string): string {
  const word = field.replace(/[^A-Za-z0-9]/g, '');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The shapes, a line for each. */
export function shapeLines(): string {
  return Object.entries(describeShapes())
    .map(([name, fields]) => `${name} ${fields}\n`)
    .join('');
}

/** The text of `src/constructs/shapes/prop-shapes.ts`. */
export function shapesFile(): string {
  return `/**
 * The props of every construct by the name of its class, and the objects in them, a line for each: its name and its fields,
 * \`field:shape\`, or \`field!:shape\` for one that must be there. A shape is one of \`text\`, \`number\`, \`boolean\`, \`null\`,
 * \`undefined\`, \`any\`, \`'word'\`, \`@Class\`, \`[items]\`, \`{values}\` and the name of an object, or several of them with \`|\` between.
 * A name that ends in \`~\` may have other fields too, \`+Name\` stands for all fields of that name, and \`*:a+b,c\` says that either
 * \`a\` and \`b\` or \`c\` must be there.
 *
 * Generated from the types by \`npx tsx test/constructs/prop-shapes/write-shapes.ts\`; a test compares.
 */
export const propShapes = \`\\
${shapeLines()}\`;
`;
}
