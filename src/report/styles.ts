/** How parts of a report look. */
export interface Styles {
  readonly error: Style;
  readonly warning: Style;
  readonly heading: Style;
  readonly place: Style;
  readonly fix: Style;
  readonly dim: Style;
}

/** Dresses up a text for where it is read. */
export type Style = (text: string) => string;

const plain: Style = (text) => text;

/** For a pipe, a file, and whoever has `NO_COLOR` set. */
export const plainStyles: Styles = {
  error: plain,
  warning: plain,
  heading: plain,
  place: plain,
  fix: plain,
  dim: plain,
};

/** For a terminal. */
export const terminalStyles: Styles = {
  error: ansi('1;31', '22;39'),
  warning: ansi('1;33', '22;39'),
  heading: ansi('1', '22'),
  place: ansi('36', '39'),
  fix: ansi('32', '39'),
  dim: ansi('2', '22'),
};

function ansi(open: string, close: string): Style {
  return (text) => `\u001b[${open}m${text}\u001b[${close}m`;
}

/** Makes text from elsewhere safe to print: a name in a manifest must not be able to steer a terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
