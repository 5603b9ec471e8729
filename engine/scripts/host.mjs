// The engine at build time: the same host as at run time, compiled from its TypeScript.
import { readFileSync } from 'node:fs';
import { transformSync } from 'oxc-transform';

/** The class `Wasi` of `src/engine/wasi.ts`. */
export async function loadWasi(root) {
  const file = `${root}/src/engine/wasi.ts`;
  const { code, errors } = transformSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const { Wasi } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return Wasi;
}

/** Starts a module, and gives its functions. */
export function start(Wasi, bytes, log = () => {}) {
  const module = new WebAssembly.Module(bytes);
  const wasi = new Wasi(log);
  const names = WebAssembly.Module.imports(module).map((entry) => entry.name);
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.imports(names) });
  wasi.attach(instance.exports.memory);
  instance.exports._initialize?.();
  return instance;
}

/** Judges one document. */
export function review(instance, request, object, old = '') {
  const { memory, reserve, review: judge, answer } = instance.exports;
  const parts = [JSON.stringify(request), object, old].map((part) => Buffer.from(part));
  const start = reserve(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const bytes = Buffer.from(memory.buffer);
  let at = start;
  for (const part of parts) {
    bytes.writeUInt32LE(part.length, at);
    part.copy(bytes, at + 4);
    at += 4 + part.length;
  }
  const length = judge();
  const from = answer();
  return JSON.parse(Buffer.from(memory.buffer, from, length).toString('utf8'));
}
