import { createRequire } from 'node:module';
import type * as TypeScript from 'typescript';
import type { ProblemDetails } from '../../problems/problem';
import { problem } from '../problem';
import type { SourceMapData, Transformed } from './transform';
import type { TypeScriptSettings } from './typescript-settings';

/** Says that nothing here can read TypeScript; it carries its problem with it, as the library's own errors do. */
export class MissingTransformer extends Error {
  readonly problems;

  constructor(details: ProblemDetails) {
    super(details.message);
    this.problems = [problem('PLM4012', details)];
  }
}

/**
 * Turns TypeScript into CommonJS by the compiler that the project has. It takes the place of `oxc-transform` where the program of
 * that is missing: it is an optional dependency, one for each platform, and some install none of those.
 *
 * @param waits whether an ES module is wanted, which this way cannot make
 * @param refuse what to throw where the source is not TypeScript: why, and at which offset
 * @throws MissingTransformer where the project has no compiler that can do it
 */
export function transformWithCompiler(
  file: string,
  source: string,
  settings: TypeScriptSettings,
  waits: boolean,
  refuse: (message: string, offset: number) => Error,
): Transformed {
  const compiler = waits ? undefined : findCompiler(file);
  if (!compiler) throw describeMissing(waits);
  const { decorator, typescript } = settings.oxc;
  const {
    diagnostics = [],
    outputText,
    sourceMapText,
  } = compiler.transpileModule(source, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      target: compiler.ScriptTarget.ES2022,
      module: compiler.ModuleKind.CommonJS,
      esModuleInterop: true,
      sourceMap: true,
      experimentalDecorators: decorator?.legacy,
      emitDecoratorMetadata: decorator?.emitDecoratorMetadata,
      useDefineForClassFields: !typescript?.removeClassFieldsWithoutInitializer,
    },
  });
  const [fault] = diagnostics;
  if (fault) throw refuse(compiler.flattenDiagnosticMessageText(fault.messageText, '\n'), fault.start ?? 0);
  const map = JSON.parse(sourceMapText ?? '{}') as SourceMapData;
  return { code: outputText, maps: [map], usesModules: false };
}

/** The project's compiler, if it is one that is written in JavaScript. */
function findCompiler(file: string): typeof TypeScript | undefined {
  try {
    const compiler = createRequire(file)('typescript') as Partial<typeof TypeScript>;
    return typeof compiler.transpileModule === 'function' ? (compiler as typeof TypeScript) : undefined;
  } catch {
    return undefined;
  }
}

function describeMissing(waits: boolean): MissingTransformer {
  const platform = `${process.platform}-${process.arch}`;
  const instead = waits
    ? 'and without it an ES module in TypeScript, or one that waits at the top, cannot be run'
    : 'and the project has no `typescript` before 7, which would do instead';
  return new MissingTransformer({
    message: `\`oxc-transform\`, which reads TypeScript, lacks its program for ${platform}: optional dependencies were left out, ${instead}.`,
    fix: 'Install it with `npm install --include=optional`, or run JavaScript that was compiled before.',
  });
}
