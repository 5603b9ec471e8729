import type { Construct } from 'constructs';
import fc from 'fast-check';
import { PropsError } from '../../src/problems/props-error';
import { makeSpecimens } from './specimens';

/** A construct that is made somewhere, with the props it is given there. */
interface Specimen {
  readonly name: string;
  readonly construct: new (scope: Construct, id: string, props: never) => Construct;
  readonly scope: Construct;
  readonly props: object;
}

const mockSpecimens: Specimen[] = [];

jest.mock('../../src/constructs/check-props', () => {
  type CheckProps = typeof import('../../src/constructs/check-props');
  const actual = jest.requireActual<CheckProps>('../../src/constructs/check-props');
  const recorded: CheckProps['checkProps'] = (scope, id, named, props) => {
    const [name, construct] = Object.entries(named)[0]!;
    mockSpecimens.push({ name, construct, scope, props: props as object });
    actual.checkProps(scope, id, named, props);
  };
  return { ...actual, checkProps: recorded };
});

type Path = readonly (string | number)[];

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Every place in the props at which a value stands. */
function paths(value: unknown, at: Path = []): readonly Path[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((item, index) => paths(item, [...at, index]))];
  if (!isPlain(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => paths(item, [...at, key]))];
}

/** The props with another value at one place. */
function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replaced(item, rest, by) : item));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [first]: replaced(fields[first], rest, by) };
}

let ids = 0;

/** What the construct throws, if it throws anything. */
function thrown({ construct, scope }: Specimen, props: unknown): unknown {
  ids += 1;
  const id = `x${ids}`;
  try {
    new construct(scope, id, props as never);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    scope.node.tryRemoveChild(id);
  }
}

makeSpecimens(4);
const specimens = [...mockSpecimens];
const places = specimens.flatMap((specimen) => paths(specimen.props).map((path) => [specimen, path] as const));

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 5, -1, NaN, 'x y!', '', true, [], {}, [null], [5], ['x'], { nope: 1 }),
  fc.constantFrom<unknown>({ name: 5 }, () => 1, Symbol('a'), 10n, new Date(0), new Map(), Promise.resolve()),
  fc.anything(),
);

test('there are specimens of every construct', () => {
  expect(new Set(specimens.map(({ name }) => name)).size).toBe(36);
});

test('whatever stands where, a construct throws no error but its own', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), junk, ([specimen, path], by) => {
      const error = thrown(specimen, replaced(specimen.props, path, by));
      if (error !== undefined && !(error instanceof PropsError)) throw error;
    }),
    { numRuns: 1500, seed: 2027 },
  );
});
