// The pre-initialised image: the module as it is after its start and one document of each kind, written as a module again.
import { Reader, name, readSections, sectionId, signed, unsigned, writeSections } from './wasm.mjs';

const pageSize = 65536;
const i32 = 0x7f;
const i64 = 0x7e;
const globalPrefix = 'plimsoll.global.';
/** How much memory an engine may have: 1 GiB. A document that needs more fails, and the next one gets a new engine. */
const mostPages = 16384;
/** Runs of zeros up to this length stay inside a segment: a new one costs about as much. */
const gap = 32;

/** Makes the image of a module. `run` starts it and warms it up. */
export function makeImage(wasm, run) {
  const sections = readSections(wasm);
  const globals = readGlobals(find(sections, sectionId.global).body);
  const open = writeSections(sections.map((section) => (section.id === sectionId.export ? withGlobals(section, globals) : section)));
  const instance = run(open);
  const values = globals.map((_, index) => instance.exports[globalPrefix + index].value);
  const memory = Buffer.from(instance.exports.memory.buffer);
  const segments = findSegments(memory);
  if (segments.length > 90_000) throw new Error(`the image has ${segments.length} data segments: 100,000 is the most that engines read`);
  const image = [];
  for (const section of sections) {
    if (section.id === 0 || section.id === sectionId.dataCount) continue;
    if (section.id === sectionId.global) image.push({ id: section.id, body: writeGlobals(globals, values) });
    else if (section.id === sectionId.memory) image.push({ id: section.id, body: writeMemory(memory.length / pageSize) });
    else if (section.id === sectionId.export) image.push({ id: section.id, body: withoutStart(section.body) });
    else if (section.id === sectionId.data) image.push({ id: section.id, body: writeData(memory, segments) });
    else image.push(section);
  }
  // What counts the data segments stands before the code.
  const code = image.findIndex((section) => section.id === sectionId.code);
  image.splice(code, 0, { id: sectionId.dataCount, body: unsigned(segments.length) });
  return { image: writeSections(image), segments: segments.length, pages: memory.length / pageSize };
}

function find(sections, id) {
  const section = sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(`the module has no section ${id}`);
  return section;
}

function readGlobals(body) {
  const reader = new Reader(body);
  return Array.from({ length: reader.unsigned() }, () => {
    const type = reader.byte();
    const mutable = reader.byte();
    const opcode = reader.byte();
    if ((opcode !== 0x41 || type !== i32) && (opcode !== 0x42 || type !== i64)) throw new Error('a global is neither i32 nor i64');
    reader.unsigned();
    if (reader.byte() !== 0x0b) throw new Error('a global does not begin with a constant');
    return { type, mutable };
  });
}

function writeGlobals(globals, values) {
  const parts = [unsigned(globals.length)];
  globals.forEach(({ type, mutable }, index) => {
    parts.push(Buffer.from([type, mutable, type === i32 ? 0x41 : 0x42]), signed(values[index]), Buffer.from([0x0b]));
  });
  return Buffer.concat(parts);
}

function withGlobals(section, globals) {
  const reader = new Reader(section.body);
  const count = reader.unsigned();
  const parts = [unsigned(count + globals.length), section.body.subarray(reader.offset)];
  globals.forEach((_, index) => parts.push(name(globalPrefix + index), Buffer.from([3]), unsigned(index)));
  return { id: section.id, body: Buffer.concat(parts) };
}

/** Without `_initialize`: the image is past it. */
function withoutStart(body) {
  const reader = new Reader(body);
  const kept = [];
  for (let left = reader.unsigned(); left > 0; left--) {
    const begin = reader.offset;
    const exported = reader.take(reader.unsigned()).toString('utf8');
    reader.byte();
    reader.unsigned();
    if (exported !== '_initialize') kept.push(body.subarray(begin, reader.offset));
  }
  return Buffer.concat([unsigned(kept.length), ...kept]);
}

function writeMemory(pages) {
  return Buffer.concat([unsigned(1), Buffer.from([1]), unsigned(pages), unsigned(mostPages)]);
}

function findSegments(memory) {
  const segments = [];
  let at = 0;
  while (at < memory.length) {
    while (at < memory.length && memory[at] === 0) at++;
    if (at >= memory.length) break;
    const begin = at;
    let end = at;
    for (let zeros = 0; at < memory.length && zeros <= gap; at++) {
      if (memory[at] === 0) zeros++;
      else {
        zeros = 0;
        end = at + 1;
      }
    }
    segments.push([begin, end]);
  }
  return joinUntil(segments, 50_000);
}

/** Joins neighbours, the closest first, until there are few enough. */
function joinUntil(segments, most) {
  let near = gap * 2;
  let joined = segments;
  while (joined.length > most) {
    const next = [];
    for (const segment of joined) {
      const last = next.at(-1);
      if (last !== undefined && segment[0] - last[1] <= near) last[1] = segment[1];
      else next.push([...segment]);
    }
    joined = next;
    near *= 2;
  }
  return joined;
}

function writeData(memory, segments) {
  const parts = [unsigned(segments.length)];
  for (const [begin, end] of segments) {
    parts.push(Buffer.from([0, 0x41]), signed(begin), Buffer.from([0x0b]), unsigned(end - begin), memory.subarray(begin, end));
  }
  return Buffer.concat(parts);
}
