import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCompilers } from '../../src/cli/project/compiler';

let folder: string;
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-compilers-')))));
afterEach(() => rmSync(folder, { recursive: true }));

function install(path: string, name: string, version: string, files: readonly string[] = ['bin/tsc'], more = {}): void {
  const home = join(folder, 'node_modules', path);
  for (const file of ['package.json', ...files]) {
    mkdirSync(join(home, file, '..'), { recursive: true });
    writeFileSync(join(home, file), file === 'package.json' ? JSON.stringify({ name, version, ...more }) : '');
  }
}

const titles = (from = folder): readonly string[] => findCompilers(from).map((compiler) => compiler.title);

describe('the compilers of a project', () => {
  test('are none where none is installed', () => {
    expect(titles()).toEqual([]);
  });

  test('are found in the folders above too', () => {
    install('typescript', 'typescript', '5.9.2');
    mkdirSync(join(folder, 'packages/app'), { recursive: true });
    expect(titles(join(folder, 'packages/app'))).toEqual(['typescript 5.9.2']);
  });

  test('are native ones first, then the newest', () => {
    install('typescript', 'typescript', '6.0.2');
    install('@typescript/native', 'typescript', '7.0.2');
    install('@typescript/native-preview', '@typescript/native-preview', '7.0.0-dev.20251201', ['bin/tsgo.js']);
    expect(titles()).toEqual(['typescript 7.0.2', '@typescript/native-preview 7.0.0-dev.20251201', 'typescript 6.0.2']);
  });

  test('are those of JavaScript first where the program of a native one was left out', () => {
    const program = `@typescript/typescript-${process.platform}-${process.arch}`;
    install('typescript', 'typescript', '6.0.2');
    install('@typescript/native', 'typescript', '7.0.2', ['bin/tsc'], { optionalDependencies: { [program]: '7.0.2' } });
    expect(findCompilers(folder).map(({ isBroken, title }) => [title, isBroken])).toEqual([
      ['typescript 6.0.2', false],
      ['typescript 7.0.2', true],
    ]);
  });

  test('are told apart from previews of the same number', () => {
    install('typescript', 'typescript', '7.1.0');
    install('@typescript/native-preview', '@typescript/native-preview', '7.1.0-dev.1', ['bin/tsgo.js']);
    expect(titles()).toEqual(['typescript 7.1.0', '@typescript/native-preview 7.1.0-dev.1']);
  });

  test('run by Node when they are JavaScript', () => {
    install('typescript', 'typescript', '5.9.2');
    expect(findCompilers(folder)).toEqual([
      {
        title: 'typescript 5.9.2',
        isNative: false,
        isBroken: false,
        program: process.execPath,
        args: [join(folder, 'node_modules/typescript/bin/tsc')],
      },
    ]);
  });

  test('run by themselves when they are native', () => {
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const platform = `@typescript/typescript-${process.platform}-${process.arch}`;
    install('typescript', 'typescript', '7.0.2');
    install(platform, platform, '7.0.2', [`lib/tsc${suffix}`]);
    expect(findCompilers(folder)).toMatchObject([
      {
        isNative: true,
        isBroken: false,
        program: join(folder, 'node_modules', platform, `lib/tsc${suffix}`),
        args: [],
      },
    ]);
  });
});
