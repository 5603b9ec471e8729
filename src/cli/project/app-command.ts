/** A command that starts a program of Node and nothing else, so that the program may as well run in this process. */
export interface NodeProgram {
  readonly kind: 'node';
  /** The file, as the command names it. */
  readonly entry: string;
  /** What follows the file. */
  readonly args: readonly string[];
  /** Whether the command reads TypeScript, also in what the file imports. */
  readonly readsTypeScript: boolean;
  /** The tsconfig.json that the command names. */
  readonly tsconfig?: string;
}

/** Any other command: run as it is. */
export interface OtherCommand {
  readonly kind: 'other';
  /** The program and its arguments; undefined when only a shell understands the command. */
  readonly words: readonly string[] | undefined;
}

/** What can be told from the text of `app:`. */
export type AppCommand = NodeProgram | OtherCommand;

const shellBuiltins = new Set([
  '.',
  'cd',
  'eval',
  'exec',
  'exit',
  'export',
  'set',
  'source',
  'trap',
  'ulimit',
  'umask',
  'unset',
]);

/** Options of the runners that change nothing here: they choose a compiler, a cache, what is printed. */
const plainOptions = new Set([
  '--enable-source-maps',
  '--esm',
  '--experimentalEsm',
  '--experimental-specifier-resolution=node',
  '--experimental-strip-types',
  '--experimental-transform-types',
  '--files',
  '--log-error',
  '--no-cache',
  '--no-deprecation',
  '--no-experimental-strip-types',
  '--no-warnings',
  '--prefer-ts-exts',
  '--preferTsExts',
  '--pretty',
  '--skip-project',
  '--swc',
  '--transpile-only',
  '--transpileOnly',
  '--type-check',
  '--typeCheck',
  '-T',
  '-F',
]);
const tsconfigOptions = new Set(['--project', '-P', '--tsconfig']);
const loaderOptions = new Set(['--require', '-r', '--import', '--loader', '--experimental-loader']);
const typeScriptLoaders = /^(?:tsx|ts-node)(?:\/(?:cjs|esm|register)(?:\/[a-z-]+)?)?$/;

/**
 * Recognises `node FILE`, `ts-node FILE` and `tsx FILE`, also through `npx`, `pnpm exec` and `yarn`, with options that
 * make no difference to us. Anything else is left to be run as it stands.
 */
export function parseAppCommand(command: string): AppCommand {
  const words = splitWords(command);
  if (!words) return { kind: 'other', words: undefined };
  return parseNodeProgram(skipRunner(words)) ?? { kind: 'other', words };
}

/** Splits what needs no shell: words, some of them in quotes. */
function splitWords(command: string): readonly string[] | undefined {
  const words: string[] = [];
  const word =
    /\s*(?:'([^']*)'|"([^"$`\\!]*)"|([^\s'"$`\\|&;<>(){}*?[\]#~!=%^\n]+(?:=[^\s'"$`\\|&;<>(){}*?[\]#~!%^\n]*)?))(?=\s|$)/y;
  const text = command.trim();
  while (word.lastIndex < text.length) {
    const match = word.exec(text);
    if (!match) return undefined;
    words.push(match[1] ?? match[2] ?? match[3]);
  }
  // `NAME=value command` sets a variable, and some commands are a shell's own.
  return words.length > 0 && !/^\w+=/.test(words[0]) && !shellBuiltins.has(words[0]) ? words : undefined;
}

function skipRunner(words: readonly string[]): readonly string[] {
  if (words[0] === 'npx') return words.slice(['-y', '--yes', '--no', '--no-install'].includes(words[1]) ? 2 : 1);
  if (words[0] === 'pnpm' && words[1] === 'exec') return words.slice(2);
  if (words[0] === 'yarn' && ['node', 'tsx', 'ts-node'].includes(words[1])) return words.slice(1);
  return words;
}

function parseNodeProgram([program, ...rest]: readonly string[]): NodeProgram | undefined {
  if (!['node', 'ts-node', 'ts-node-esm', 'tsx'].includes(program)) return undefined;
  let readsTypeScript = program !== 'node';
  let tsconfig: string | undefined;
  for (let index = 0; index < rest.length; index += 1) {
    const [name, inline] = rest[index].split(/=(.*)/s, 2);
    const takeValue = (): string => inline ?? rest[(index += 1)] ?? '';
    if (!rest[index].startsWith('-')) {
      const entry = rest[index];
      readsTypeScript ||= /\.[cm]?tsx?$/.test(entry);
      if (program === 'tsx' && entry === 'watch') return undefined;
      return { kind: 'node', entry, args: rest.slice(index + 1), readsTypeScript, ...(tsconfig && { tsconfig }) };
    }
    if (tsconfigOptions.has(name) && program !== 'node') tsconfig = takeValue();
    else if (loaderOptions.has(name) && typeScriptLoaders.test(takeValue())) readsTypeScript = true;
    else if (!plainOptions.has(rest[index])) return undefined;
  }
  return undefined;
}
