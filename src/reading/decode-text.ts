/** Bytes of one file that are read. */
export const largestFile = 256 * 1024 * 1024;

/** The text of a file, or what is wrong with its bytes. */
export type Decoded = { readonly text: string } | { readonly fault: string };

/** Decodes UTF-8, without its byte order mark; anything else is said to be what it is, never guessed. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > largestFile) return { fault: `it has ${bytes.length} bytes; at most ${largestFile} are read` };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { fault: 'it is in UTF-16' };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { fault: `it is binary: byte ${nul} is NUL` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { fault: `it is not in UTF-8${describeFault(bytes)}` };
  }
}

function describeFault(bytes: Uint8Array): string {
  const lines = new TextDecoder('utf-8').decode(bytes.subarray(0, 10_000_000)).split('\n');
  const line = lines.findIndex((text) => text.includes('\ufffd'));
  return line < 0 ? '' : `: see line ${line + 1}`;
}
