import * as fc from 'fast-check';
import { printYamlWithPositions } from '../../src/yaml/print';
import { expectPositions } from './properties';
import { documentAboutOneText, tree } from './troublesome';

describe('positions of fields', () => {
  it('are those of the key and of the value, line and column from 1', () => {
    const { text, positions } = printYamlWithPositions({ kind: 'Pod', spec: { 'a/b': [{ name: 'web', on: 'x\ny' }] } });
    expect(text).toBe('kind: Pod\nspec:\n  a/b:\n    - name: web\n      "on": |-\n        x\n        y\n');
    expect(Object.fromEntries(positions)).toEqual({
      '': { key: undefined, value: { line: 1, column: 1 } },
      '/kind': { key: { line: 1, column: 1 }, value: { line: 1, column: 7 } },
      '/spec': { key: { line: 2, column: 1 }, value: { line: 3, column: 3 } },
      '/spec/a~1b': { key: { line: 3, column: 3 }, value: { line: 4, column: 5 } },
      '/spec/a~1b/0': { key: undefined, value: { line: 4, column: 7 } },
      '/spec/a~1b/0/name': { key: { line: 4, column: 7 }, value: { line: 4, column: 13 } },
      '/spec/a~1b/0/on': { key: { line: 5, column: 7 }, value: { line: 5, column: 13 } },
    });
  });

  it('count from the line at which the document will stand', () => {
    const { positions } = printYamlWithPositions({ a: { b: 1 } }, {}, 100);
    expect(positions.get('/a/b')).toEqual({ key: { line: 101, column: 3 }, value: { line: 101, column: 6 } });
  });

  it('count the lines of comments', () => {
    const comments = new Map([['/a', { above: 'one\ntwo' }]]);
    expect(printYamlWithPositions({ a: 1 }, { comments }).positions.get('/a')?.key).toEqual({ line: 3, column: 1 });
  });

  it('leave out what stands elsewhere, under an anchor', () => {
    const shared = { x: 1 };
    const { positions } = printYamlWithPositions({ a: shared, b: shared });
    expect([...positions.keys()]).toEqual(['', '/a', '/a/x', '/b']);
    expect(positions.get('/a')?.value).toEqual({ line: 2, column: 3 });
    expect(positions.get('/b')?.value).toEqual({ line: 3, column: 4 });
  });

  it('are those that yaml finds when it reads the text, whatever the data', () => {
    fc.assert(fc.property(fc.oneof(documentAboutOneText, tree), expectPositions), { numRuns: 2000 });
  });
});
