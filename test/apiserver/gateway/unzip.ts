import { inflateRawSync } from 'node:zlib';

/** Reads the files of a zip archive whose paths are asked for: what Go keeps modules in. */
export function unzip(archive: Buffer, isWanted: (path: string) => boolean): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('This is no zip archive.');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)];
    const lengths = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at));
    const path = archive.toString('utf8', entry + 46, entry + 46 + lengths[0]!);
    if (isWanted(path)) {
      const local = archive.readUInt32LE(entry + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(start, start + size);
      files.set(path, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    }
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return files;
}
