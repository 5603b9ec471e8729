import { once } from '../../once';
import { propShapes } from './prop-shapes';

/** What a value may be: any of these. */
export interface Shape {
  /** Whether it is not looked into. */
  readonly any: boolean;
  readonly text: boolean;
  readonly number: boolean;
  readonly null: boolean;
  /** Whether it may be left out, as a value of a map. */
  readonly undefined: boolean;
  readonly booleans: readonly boolean[];
  /** Texts of which it may be one. */
  readonly words: readonly string[];
  /** The classes and interfaces of which it may be an object. */
  readonly made: readonly string[];
  /** What the items of a list may be. */
  readonly items: Shape | undefined;
  /** What the values of a map may be. */
  readonly values: Shape | undefined;
  /** The object that it may be, by its name. */
  readonly struct: string | undefined;
}

/** An object with fields. */
export interface Struct {
  readonly fields: ReadonlyMap<string, Shape>;
  /** Fields that must be there. */
  readonly required: readonly string[];
  /** Fields of which those of one list must be there. */
  readonly ways: readonly (readonly string[])[];
  /** Whether other fields may be there too. */
  readonly open: boolean;
}

/** The fields of each object, by its name. They are read when they are asked for. */
const texts = once(
  () =>
    new Map(
      propShapes.split('\n').map((line) => {
        const space = line.indexOf(' ');
        return [line.slice(0, space), line.slice(space + 1)] as const;
      }),
    ),
);
const structs = new Map<string, Struct>();
const shapes = new Map<string, Shape>();

/** The object of a name. Each is read once, when it is asked for. */
export function structOf(name: string): Struct {
  let struct = structs.get(name);
  if (struct === undefined) {
    struct = readStruct(name);
    structs.set(name, struct);
  }
  return struct;
}

function readStruct(name: string): Struct {
  const required: string[] = [];
  const fields = new Map<string, Shape>();
  let ways: Struct['ways'] = [];
  for (const text of texts().get(name)!.split(' ')) {
    if (text.startsWith('+')) {
      const shared = structOf(text.slice(1));
      required.push(...shared.required);
      for (const [field, shape] of shared.fields) fields.set(field, shape);
      continue;
    }
    if (text.startsWith('*:')) {
      ways = text
        .slice(2)
        .split(',')
        .map((way) => way.split('+'));
      continue;
    }
    const colon = text.indexOf(':');
    const isRequired = text[colon - 1] === '!';
    const field = text.slice(0, isRequired ? colon - 1 : colon);
    if (isRequired) required.push(field);
    fields.set(field, shapeOf(text.slice(colon + 1)));
  }
  return { fields, required, ways, open: name.endsWith('~') };
}

/** The shape of a text, one object for each text. */
function shapeOf(text: string): Shape {
  let shape = shapes.get(text);
  if (shape === undefined) {
    shape = readShape(text);
    shapes.set(text, shape);
  }
  return shape;
}

function readShape(text: string): Shape {
  const parts = alternatives(text);
  const inside = (open: string): Shape | undefined => {
    const part = parts.find((one) => one.startsWith(open));
    return part === undefined ? undefined : shapeOf(part.slice(1, -1));
  };
  const booleans = parts.includes('boolean')
    ? [true, false]
    : [true, false].filter((value) => parts.includes(String(value)));
  return {
    any: parts.includes('any'),
    text: parts.includes('text'),
    number: parts.includes('number'),
    null: parts.includes('null'),
    undefined: parts.includes('undefined'),
    booleans,
    words: parts.filter((part) => part.startsWith("'")).map((part) => part.slice(1, -1)),
    made: parts.filter((part) => part.startsWith('@')).map((part) => part.slice(1)),
    items: inside('['),
    values: inside('{'),
    struct: parts.find((part) => /^[A-Z]/.test(part)),
  };
}

/** The alternatives of a text, not those inside brackets. */
function alternatives(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    else if (character === '|' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
