/** One document of a YAML file, as it was written. */
export interface DocumentText {
  readonly text: string;
  /** Where it starts in the file, in UTF-16 units. */
  readonly offset: number;
}

/**
 * Cuts a file into its documents at the lines `---` and `...`, wherever they stand: nothing in YAML hides them. Documents that
 * hold nothing but blanks, comments and directives are left out.
 */
export function splitDocuments(file: string): readonly DocumentText[] {
  const documents: DocumentText[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const text = withoutLeadingLines(file.slice(start, end));
    if (/^[^\S\n]*[^#\s]/m.test(text)) documents.push({ text, offset: end - text.length });
  };
  const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
  for (let match = marker.exec(file); match; match = marker.exec(file)) {
    cut(match.index);
    start = match.index + 3;
  }
  cut(file.length);
  return documents;
}

/** Blank lines, comments and directives in front of a document say nothing about it. */
function withoutLeadingLines(text: string): string {
  const blank = /(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)*/y;
  blank.exec(text);
  return blank.lastIndex === 0 ? text : text.slice(blank.lastIndex);
}
