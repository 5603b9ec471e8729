// As much of the WebAssembly API as the engine needs: Node's types leave it to those of browsers.

/** A compiled module. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

/** The memory of an instance. It gets a new buffer when it grows. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

interface WasmNamespace {
  readonly Module: {
    new (bytes: Uint8Array<ArrayBuffer>): WasmModule;
    imports(module: WasmModule): readonly { readonly module: string; readonly name: string }[];
  };
  readonly Instance: new (
    module: WasmModule,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** The API itself. */
export const wasm = (globalThis as unknown as { readonly WebAssembly: WasmNamespace }).WebAssembly;
