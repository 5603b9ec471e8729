/** A place in a text, both counted from 1; columns count UTF-16 units, as editors and the `yaml` package do. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Where a field was printed. */
export interface FieldPosition {
  /** Where its key starts, its quotes included; undefined for an item of a list and for the document itself. */
  readonly key: TextPosition | undefined;
  /** Where its value starts: its first key or first dash if it is a map or a list, behind an anchor if there is one. */
  readonly value: TextPosition;
}

/** Positions by JSON pointer, in the order of the text. Fields printed elsewhere under an anchor are not repeated. */
export type FieldPositions = ReadonlyMap<string, FieldPosition>;

/** Offsets of a field in the text that is being printed. */
export interface FieldOffsets {
  readonly pointer: string;
  readonly key: number | undefined;
  value: number;
}

/** Turns offsets, in the order of the text, into lines and columns: one pass over the text. */
export function positionsOf(text: string, offsets: readonly FieldOffsets[], firstLine: number): FieldPositions {
  const positions = new Map<string, FieldPosition>();
  let line = firstLine;
  let lineStart = 0;
  const positionAt = (offset: number): TextPosition => {
    for (let next = text.indexOf('\n', lineStart); next >= 0 && next < offset; next = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = next + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
  for (const { pointer, key, value } of offsets) {
    positions.set(pointer, { key: key === undefined ? undefined : positionAt(key), value: positionAt(value) });
  }
  return positions;
}
