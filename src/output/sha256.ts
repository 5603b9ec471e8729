import { hash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/**
 * SHA-256 of what the bytes would be with `\n` line ends: a checkout by Git with `core.autocrlf` turns every line end
 * into `\r\n`, and such a file is not one that somebody changed.
 */
export function sha256WithPlainLines(content: Buffer): string {
  // latin1 maps each byte to one character and back, so that nothing else changes, whatever the encoding.
  return content.includes('\r\n')
    ? sha256(Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'))
    : sha256(content);
}
