import { closeSync, openSync, readSync } from 'node:fs';
import { largestFile } from './decode-text';

/**
 * Reads a file to its end, whatever its size is said to be: pipes and devices say nothing, and files grow.
 *
 * @param file a path, or the number of an open file
 * @throws Error where it cannot be read, or has more bytes than are read
 */
export function readBytes(file: string | number): Uint8Array {
  const descriptor = typeof file === 'number' ? file : openSync(file, 'r');
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const part = Buffer.allocUnsafe(size === 0 ? firstPart : nextPart);
      const count = readSync(descriptor, part);
      if (count === 0) return Buffer.concat(parts, size);
      parts.push(part.subarray(0, count));
      size += count;
      if (size > largestFile) throw new Error(`it has more than ${largestFile} bytes, which is as many as are read`);
    }
  } finally {
    if (typeof file === 'string') closeSync(descriptor);
  }
}

// Nearly every manifest fits into the first.
const firstPart = 64 * 1024;
const nextPart = 4 * 1024 * 1024;
