import { readDiagnostics } from '../../src/cli/project/type-check';

const read = (text: string): readonly unknown[] =>
  readDiagnostics(text, '/project').map(({ isOption, problem }) => [problem.source, problem.message, isOption]);

describe('what the compiler prints', () => {
  test('is read line by line, with what explains it', () => {
    const text = `src/main.ts(6,46): error TS2353: Object literal may only specify known properties.
main.ts(1,2): error TS2345: Argument of type 'A' is not assignable to parameter of type 'B'.
  Property 'x' is missing in type 'A'.
    And so on.

Found 2 errors.
`;
    expect(read(text)).toEqual([
      [
        { file: '/project/src/main.ts', line: 6, column: 46 },
        'Object literal may only specify known properties. (TS2353)',
        false,
      ],
      [
        { file: '/project/main.ts', line: 1, column: 2 },
        "Argument of type 'A' is not assignable to parameter of type 'B'.\n  Property 'x' is missing in type 'A'.\n    And so on. (TS2345)",
        false,
      ],
    ]);
  });

  test('may be about the options', () => {
    expect(read("tsconfig.json(1,20): error TS5102: Option 'baseUrl' has been removed.\r\n")).toMatchObject([
      [{ file: '/project/tsconfig.json' }, "Option 'baseUrl' has been removed. (TS5102)", true],
    ]);
    expect(read("error TS18003: No inputs were found in config file 'tsconfig.json'.\n")).toEqual([
      [undefined, "No inputs were found in config file 'tsconfig.json'. (TS18003)", false],
    ]);
  });

  test('may be nothing that is known', () => {
    expect(read('panic: out of memory\n')).toEqual([]);
  });
});
