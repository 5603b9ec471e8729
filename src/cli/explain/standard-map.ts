/** Where a line of a file comes from. */
export interface Mapping {
  /** Counted from 1, as lines and columns everywhere here. */
  readonly line: number;
  readonly column: number;
  readonly source: { readonly file: string; readonly line: number; readonly column: number };
  /** What is there said. @default - not named */
  readonly name?: string;
}

/** A source map as the standard has it (ECMA-426, revision 3), which editors and debuggers read. */
export interface StandardMap {
  readonly version: 3;
  readonly file: string;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/**
 * Writes a source map.
 *
 * @param mappings in the order of their lines, one a line at most
 */
export function standardMap(file: string, mappings: readonly Mapping[]): StandardMap {
  const sources = new Index();
  const names = new Index();
  let text = '';
  let line = 1;
  // Each number is written as what it differs from the last of its kind; columns begin anew in each line.
  const last = { source: 0, line: 0, column: 0, name: 0 };
  for (const { column, line: at, name, source } of mappings) {
    text += ';'.repeat(at - line);
    line = at;
    const now = { source: sources.of(source.file), line: source.line - 1, column: source.column - 1 };
    const numbers = [column - 1, now.source - last.source, now.line - last.line, now.column - last.column];
    Object.assign(last, now);
    if (name !== undefined) {
      const index = names.of(name);
      numbers.push(index - last.name);
      last.name = index;
    }
    text += numbers.map(encode).join('');
  }
  return { version: 3, file, sources: sources.words, names: names.words, mappings: text };
}

/** Words in the order in which they came, each once. */
class Index {
  private readonly known = new Map<string, number>();

  get words(): readonly string[] {
    return [...this.known.keys()];
  }

  of(word: string): number {
    const index = this.known.get(word) ?? this.known.size;
    this.known.set(word, index);
    return index;
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A number as the standard writes it: five bits a digit, the lowest first, the sign the very lowest. */
function encode(number: number): string {
  let rest = number < 0 ? -number * 2 + 1 : number * 2;
  let text = '';
  do {
    const digit = rest % 32;
    rest = (rest - digit) / 32;
    text += digits[rest > 0 ? digit + 32 : digit]!;
  } while (rest > 0);
  return text;
}
