import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { wasm } from './webassembly';
import type { WasmModule } from './webassembly';

/** The minors of Kubernetes that an engine can be had for. */
export const kubernetesMinors = ['1.27', '1.36'] as const;

/** A minor of Kubernetes that an engine can be had for. */
export type KubernetesMinor = (typeof kubernetesMinors)[number];

/** What the build says about an engine, as far as the host needs it. */
interface BuildRecord {
  readonly kubernetes: string;
  readonly image: {
    readonly file: string;
    readonly sha256: string;
    readonly rawSha256: string;
    readonly rawBytes: number;
  };
}

/** An engine on disk. */
export interface EngineArtefact {
  /** The folder it lies in. */
  readonly folder: string;
  /** The SHA-256 of the module: what a verdict depends on beside the object and the settings. */
  readonly sha256: string;
  /** Reads the module, checks it and compiles it. */
  readonly compile: () => WasmModule;
}

const largestModule = 128 * 1024 * 1024;

/** The folder that the build writes and the package ships: the same for `src/engine` and `lib/engine`. */
export function builtEngines(): string {
  return join(__dirname, '..', '..', 'engine', 'build');
}

/**
 * Finds the engine of a minor. Nothing but its record is read.
 * @throws Error when it is not there.
 */
export function findEngine(kubernetes: KubernetesMinor, folder: string = builtEngines()): EngineArtefact {
  if (!kubernetesMinors.includes(kubernetes)) {
    throw new Error(
      `There is no engine for Kubernetes ${JSON.stringify(kubernetes)}: ${kubernetesMinors.join(' and ')} can be had.`,
    );
  }
  const own = join(folder, kubernetes);
  const path = join(own, 'build-env.json');
  if (!existsSync(path)) {
    throw new Error(
      `The engine for Kubernetes ${kubernetes} is not built: there is no ${path}. Build it with \`npm run build:engine\`, which needs Go.`,
    );
  }
  const { image } = JSON.parse(readFileSync(path, 'utf8')) as BuildRecord;
  return { folder: own, sha256: image.rawSha256, compile: () => new wasm.Module(read(own, image)) };
}

/** The unpacked module where the build left it, which is read faster; the packed one, which is shipped, otherwise. */
function read(folder: string, image: BuildRecord['image']): Uint8Array<ArrayBuffer> {
  const unpacked = join(folder, 'engine.wasm');
  if (existsSync(unpacked)) {
    const bytes = readFileSync(unpacked);
    if (hash(bytes) === image.rawSha256) return bytes;
  }
  const file = join(folder, image.file);
  const packed = readFileSync(file);
  if (hash(packed) !== image.sha256) {
    throw new Error(
      `${file} is not the engine that was built: its SHA-256 is ${hash(packed)}, and ${image.sha256} is wanted. Install the package again.`,
    );
  }
  return gunzipSync(packed, { chunkSize: image.rawBytes + 1, maxOutputLength: largestModule });
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
