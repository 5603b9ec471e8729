import { Yaml } from 'cdk8s';
import { printYaml } from '../../src/yaml/print';
import type { Reason } from './differences';
import { reasonInDocument } from './differences';
import { carrier, kubectlIsPresent, readWithKubectl } from './kubectl';
import type { Reader } from './readers';
import { comparable, readers, strictReader } from './readers';

const kubectl: Reader = {
  name: 'kubectl',
  read: (text) => {
    const answer = readWithKubectl(text);
    if ('refused' in answer) throw new Error(answer.refused);
    return answer.read;
  },
};
const [yaml11, yaml12, jsYaml] = readers as readonly [Reader, Reader, Reader];

interface Difference {
  readonly reason: Reason;
  readonly document: unknown;
  readonly cdk8s: string;
  readonly plimsoll: string;
  /** Who does not get the data back from what cdk8s prints. */
  readonly misreadBy: Reader;
}

/** A manifest with one text in it, and its last line. */
const withText = (reason: Reason, text: string, cdk8s: string, plimsoll: string, misreadBy: Reader): Difference => {
  const start = Yaml.stringify(carrier('')).replace('payload: ""\n', 'payload: ');
  return { reason, document: carrier(text), cdk8s: start + cdk8s, plimsoll: start + plimsoll, misreadBy };
};

const forty = 'x'.repeat(40);
const differences: readonly Difference[] = [
  withText('a character that Go refuses or takes for a line break', 'a\u007fb', '"a\u007fb"\n', '"a\\x7fb"\n', kubectl),
  withText('a character that Go refuses or takes for a line break', 'a\u0085b', '"a\u0085b"\n', '"a\\Nb"\n', kubectl),
  withText('a character that Go refuses or takes for a line break', 'a\u2028b', 'a\u2028b\n', '"a\\Lb"\n', kubectl),
  withText('a character that Go refuses or takes for a line break', 'a\uffffb', 'a\uffffb\n', '"a\\uffffb"\n', jsYaml),
  withText('a number to YAML 1.2, js-yaml or Go', '0o17', '0o17\n', '"0o17"\n', yaml12),
  withText('a number to YAML 1.2, js-yaml or Go', '0o17', '0o17\n', '"0o17"\n', kubectl),
  withText('a number to YAML 1.2, js-yaml or Go', '0X1F', '0X1F\n', '"0X1F"\n', kubectl),
  withText('a number to YAML 1.2, js-yaml or Go', '-_1', '-_1\n', '"-_1"\n', kubectl),
  withText('a number to YAML 1.2, js-yaml or Go', '0b-1', '0b-1\n', '"0b-1"\n', kubectl),
  withText('a number to YAML 1.2, js-yaml or Go', '1e5_', '1e5_\n', '"1e5_"\n', kubectl),
  withText(
    'a date to js-yaml',
    '2001-01-01 12:30:45.',
    '2001-01-01 12:30:45.\n',
    '"2001-01-01 12:30:45."\n',
    strictReader,
  ),
  withText('a block whose first line starts with a tab', '\ta\nb\n', '|\n  \ta\n  b\n', '|2\n  \ta\n  b\n', kubectl),
  withText('nothing but blanks and line breaks', ' \n', '|+\n   \n', '" \\n"\n'.replace(' ', '\\ '), yaml11),
  withText(
    'a line of one space in double quotes',
    `${forty}\n \n\u0007`,
    `"${forty}\n\n  \\\\ \n\n  \\a"\n`,
    `"${forty}\n\n  \\ \n\n  \\a"\n`,
    yaml12,
  ),
  {
    reason: 'a key that merges',
    document: { '<<': { a: 1 }, b: 2 },
    cdk8s: '<<:\n  a: 1\nb: 2\n',
    plimsoll: '"<<":\n  a: 1\nb: 2\n',
    misreadBy: yaml11,
  },
  {
    reason: 'a byte order mark at the left margin',
    document: { '\ufeffa': 1 },
    cdk8s: '\ufeffa: 1\n',
    plimsoll: '"\\ufeffa": 1\n',
    misreadBy: jsYaml,
  },
  {
    reason: 'a block with an indicator that is the whole document',
    document: ' a\nb',
    cdk8s: '|1-\n a\nb\n',
    plimsoll: '" a\\nb"\n',
    misreadBy: yaml11,
  },
];

describe('where cdk8s prints what is read as something else', () => {
  describe.each(differences)(
    '$reason, misread by $misreadBy.name: $plimsoll',
    ({ reason, document, cdk8s, plimsoll, misreadBy }) => {
      const required = process.env.CI === 'true';
      const test = misreadBy !== kubectl || kubectlIsPresent || required ? it : it.skip;

      it('prints it so that it can be read', () => {
        expect(Yaml.stringify(document)).toBe(cdk8s);
        expect(printYaml(document)).toBe(plimsoll);
        expect(reasonInDocument(document)).toBe(reason);
        for (const reader of [...readers, strictReader])
          expect(comparable(reader.read(plimsoll))).toEqual(comparable(document));
      });

      test(`because ${misreadBy.name} does not get it back from what cdk8s prints`, () => {
        expect(valueRead(misreadBy, cdk8s)).not.toEqual(valueRead(yaml12, plimsoll));
        expect(valueRead(misreadBy, plimsoll)).toEqual(valueRead(yaml12, plimsoll));
      });
    },
  );
});

/** What is read: of a manifest only the text in it, since kubectl adds an annotation. */
function valueRead(reader: Reader, text: string): unknown {
  try {
    const read = reader.read(text);
    return typeof read === 'object' && read !== null && 'payload' in read ? read.payload : read;
  } catch {
    return 'refused';
  }
}
