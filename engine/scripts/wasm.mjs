// As much of the WebAssembly binary format as the image needs: sections, their order, and numbers.

/** The sections of a module by number, in the order of the file. */
export const sectionId = { import: 2, memory: 5, global: 6, export: 7, dataCount: 12, code: 10, data: 11 };

/** Splits a module into its sections. */
export function readSections(bytes) {
  const reader = new Reader(bytes, 8);
  const sections = [];
  while (!reader.done) {
    const id = reader.byte();
    const size = reader.unsigned();
    sections.push({ id, body: reader.take(size) });
  }
  return sections;
}

/** Puts a module together again. */
export function writeSections(sections) {
  const parts = [Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])];
  for (const { id, body } of sections) parts.push(Buffer.from([id]), unsigned(body.length), body);
  return Buffer.concat(parts);
}

/** An unsigned number in LEB128. */
export function unsigned(value) {
  const bytes = [];
  let rest = BigInt(value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Buffer.from(bytes);
}

/** A signed number in LEB128. */
export function signed(value) {
  const bytes = [];
  let rest = BigInt(value);
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const last = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
    bytes.push(last ? low : low | 0x80);
    if (last) return Buffer.from(bytes);
  }
}

/** A name with its length. */
export function name(text) {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([unsigned(bytes.length), bytes]);
}

/** Reads numbers and bytes one after another. */
export class Reader {
  constructor(bytes, offset = 0) {
    this.bytes = bytes;
    this.offset = offset;
  }

  get done() {
    return this.offset >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.offset++];
  }

  unsigned() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  take(size) {
    const part = this.bytes.subarray(this.offset, this.offset + size);
    this.offset += size;
    return part;
  }
}
