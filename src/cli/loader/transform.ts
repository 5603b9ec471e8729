import { Script } from 'node:vm';
import { load } from '../load';
import type { TypeScriptSettings } from './typescript-settings';

type WithCompiler = typeof import('./transform-with-compiler');
type Oxc = typeof import('oxc-transform', { with: { 'resolution-mode': 'import' } });

/** A source map as the standard has it. */
export interface SourceMapData {
  readonly version: number;
  readonly mappings: string;
  readonly names: readonly string[];
  readonly sources: readonly string[];
}

/** JavaScript that Node can compile as the body of a function, and the way back to its source. */
export interface Transformed {
  readonly code: string;
  /** Maps to apply one after the other, beginning with the one of the code that runs. */
  readonly maps: readonly SourceMapData[];
  /** Whether the source has `import` or `export`: the code then expects the names that `module-scope.ts` gives it. */
  readonly usesModules: boolean;
}

/** A source that is not TypeScript. */
export class TransformError extends SyntaxError {
  /** @param offset where in the source, counted in UTF-16 units from 0 */
  constructor(
    message: string,
    readonly file: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Turns TypeScript (or an ES module in JavaScript) into the body of a function. Imports become calls, and references to
 * what they bring stay live, as the language has it.
 *
 * @param waits whether imports are awaited, as in an ES module; otherwise they are made on the spot, as by `require`
 * @throws TransformError
 */
export function transform(file: string, source: string, settings: TypeScriptSettings, waits: boolean): Transformed {
  const transformer = loadOxc();
  if (!transformer) {
    const { transformWithCompiler } = load('./loader/transform-with-compiler') as WithCompiler;
    return transformWithCompiler(file, source, settings, waits, (it, offset) => new TransformError(it, file, offset));
  }
  const plain = transformer.transformSync(file, source, { ...settings.oxc, sourcemap: true });
  const fault = plain.errors.find((error) => String(error.severity) === 'Error');
  if (fault) throw new TransformError(fault.message, file, fault.labels[0]?.start ?? 0);
  const firstMap = plain.map as SourceMapData;
  if (!/\b(?:import|export)\b/.test(plain.code)) return { code: plain.code, maps: [firstMap], usesModules: false };

  const bound = transformer.moduleRunnerTransformSync(file.replace(/\.[cm]?tsx?$/, '.js'), plain.code, {
    sourcemap: true,
  });
  const code = waits ? bound.code : importOnTheSpot(bound.code);
  if (/^\s*@[\w$]/m.test(code)) refuseDecorators(file, source, code);
  return { code, maps: [bound.map as SourceMapData, firstMap], usesModules: true };
}

let oxc: Oxc | undefined | 'missing';

/** The transformer; undefined where its program for this platform is not installed. */
function loadOxc(): Oxc | undefined {
  try {
    oxc ??= load('oxc-transform') as Oxc;
  } catch {
    oxc = 'missing';
  }
  return oxc === 'missing' ? undefined : oxc;
}

/**
 * The transformer lowers the decorators of `experimentalDecorators` and leaves those of the standard as they are, which
 * no Node understands yet. A line of text may begin with `@` too, so the code decides.
 *
 * @throws TransformError
 */
function refuseDecorators(file: string, source: string, code: string): void {
  try {
    new Script(`(async () => {${code}\n})`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message =
      'Standard decorators cannot be run: set `experimentalDecorators` in tsconfig.json, ' +
      'or let another command run the app, such as `app: npm run synth`';
    throw new TransformError(message, file, source.search(/@[\w$]/));
  }
}

/** Blanks keep the columns, and with them the source map, as they are. */
function importOnTheSpot(code: string): string {
  return code.replace(
    /^(const __vite_ssr_import_\d+__ = )await (__vite_ssr_import__\()/gm,
    (_, start: string, call: string) => `${start}      ${call}`,
  );
}
