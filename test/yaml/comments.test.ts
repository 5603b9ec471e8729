import * as fc from 'fast-check';
import type { YamlComment } from '../../src/yaml/comments';
import { jsonPointer } from '../../src/yaml/json-pointer';
import { printYaml } from '../../src/yaml/print';
import { expectCommentsChangeNothing } from './properties';
import { documentWithSharedObjects, tree } from './troublesome';

const comments = (entries: Readonly<Record<string, YamlComment>>): ReadonlyMap<string, YamlComment> =>
  new Map(Object.entries(entries));

describe('comments on fields', () => {
  it('stand above a field or at the end of its line', () => {
    const text = printYaml(
      { apiVersion: 'v1', spec: { replicas: 3, strategy: { type: 'Recreate' }, paused: false } },
      {
        comments: comments({
          '': { above: 'Made by Plimsoll.\nDo not edit.' },
          '/spec': { trailing: 'what is wanted' },
          '/spec/replicas': { above: 'Enough for one zone to fail.', trailing: 'pods' },
          '/spec/strategy': { above: 'It holds a lock.' },
        }),
      },
    );
    expect(text).toBe(`# Made by Plimsoll.
# Do not edit.
apiVersion: v1
spec: # what is wanted
  # Enough for one zone to fail.
  replicas: 3 # pods
  # It holds a lock.
  strategy:
    type: Recreate
  paused: false
`);
  });

  it('stand above the dash for the first field of a map in a list', () => {
    const text = printYaml(
      { containers: [{ name: 'web', args: ['-v', []] }, { name: 'log' }] },
      {
        comments: comments({
          '/containers/0': { above: 'The server.', trailing: 'serves' },
          '/containers/0/name': { above: 'Named so that dashboards find it.', trailing: 'the name' },
          '/containers/0/args/0': { trailing: 'verbose' },
          '/containers/0/args/1': { trailing: 'nothing' },
          '/containers/1/name': { above: 'first line\nsecond line' },
        }),
      },
    );
    expect(text).toBe(`containers:
  # The server.
  # serves
  # Named so that dashboards find it.
  - name: web # the name
    args:
      - -v # verbose
      - [] # nothing
  # first line
  # second line
  - name: log
`);
  });

  it('stand behind the header of a block, and behind the last line of a quoted text', () => {
    const text = printYaml(
      { block: 'a\nb\n', quoted: 'x'.repeat(40) + '\n\u0007' },
      { comments: comments({ '/block': { trailing: 'two lines' }, '/quoted': { trailing: 'rings' } }) },
    );
    expect(text).toBe(`block: | # two lines
  a
  b
quoted: "${'x'.repeat(40)}

  \\a" # rings
`);
  });

  it('move above the field if they have several lines', () => {
    expect(printYaml({ a: 1 }, { comments: comments({ '/a': { trailing: 'one\n\ntwo' } }) })).toBe(
      '# one\n#\n# two\na: 1\n',
    );
  });

  it('cannot end their line by any line break, nor carry characters that YAML does not allow', () => {
    const text = printYaml({ a: 1 }, { comments: comments({ '/a': { above: 'x\r\ny\u2028z: 1\u0085\u0000' } }) });
    expect(text).toBe('# x\n# y\n# z: 1\n# \ufffd\na: 1\n');
  });

  it('are refused for a field that is not there', () => {
    expect(() => printYaml({ a: [1] }, { comments: comments({ '/a/1': { above: 'x' } }) })).toThrow(
      "comment on '/a/1': the document has no such field, or it is printed elsewhere, under an anchor",
    );
  });

  it('find fields whose names have slashes and tildes', () => {
    const pointer = jsonPointer('app.kubernetes.io/name', 'a~b');
    expect(pointer).toBe('/app.kubernetes.io~1name/a~0b');
    expect(
      printYaml({ 'app.kubernetes.io/name': { 'a~b': 1 } }, { comments: comments({ [pointer]: { trailing: 'x' } }) }),
    ).toBe('app.kubernetes.io/name:\n  a~b: 1 # x\n');
  });

  it('never change what is read, nor where fields are found, whatever the data', () => {
    const comment = fc.constantFrom<YamlComment>(
      {},
      { above: 'a' },
      { trailing: 't' },
      { above: 'a\nb: 1', trailing: '- t' },
      { trailing: 't\nu' },
    );
    fc.assert(
      fc.property(fc.oneof(tree, documentWithSharedObjects), fc.infiniteStream(comment), expectCommentsChangeNothing),
      { numRuns: 600 },
    );
  });
});
