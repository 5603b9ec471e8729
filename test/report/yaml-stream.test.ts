import { parseAllDocuments } from 'yaml';
import { yamlStream } from '../../src/report/yaml-stream';

const stream = (...texts: readonly string[]): string =>
  yamlStream(texts.map((text, index) => ({ path: `${index}.yaml`, text })));

describe('a YAML stream', () => {
  test('separates the files, however they begin and end', () => {
    expect(stream('a: 1\n', 'b: 2', '---\nc: 3\n', '', '\n', 'd: 4\n---\ne: 5\n')).toBe(
      'a: 1\n---\nb: 2\n---\nc: 3\n---\nd: 4\n---\ne: 5\n',
    );
  });

  test('reads back as the documents of all files', () => {
    const documents = parseAllDocuments(stream('a: 1\n---\nb: 2\n', '# c\nc: 3\n')) as { toJS(): unknown }[];
    expect(documents.map((document) => document.toJS())).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  });

  test('leaves out what is no YAML', () => {
    expect(
      yamlStream([
        { path: 'construct-metadata.json', text: '{}' },
        { path: 'a.yml', text: 'a: 1\n' },
      ]),
    ).toBe('a: 1\n');
  });

  test('is empty for no files', () => {
    expect(stream()).toBe('');
  });
});
