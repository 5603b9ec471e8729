import type { TransformOptions } from 'oxc-transform' with { 'resolution-mode': 'import' };
import { load } from '../load';

/** What of a project's tsconfig.json decides how its TypeScript runs. */
export interface TypeScriptSettings {
  /** The tsconfig.json, an absolute path; undefined when the project has none. */
  readonly file: string | undefined;
  /** What the transformer is told. */
  readonly oxc: TransformOptions;
  /** Absolute paths that a specifier may stand for by `paths`, in order; none when it is not listed there. */
  readonly pathsOf: (specifier: string) => readonly string[];
}

/** Reads the tsconfig.json that is named, or else the one in the folder of the entry file or closest above it. */
export function readTypeScriptSettings(entry: string, named?: string): TypeScriptSettings {
  const { createPathsMatcher, getTsconfig, parseTsconfig } = load('get-tsconfig') as typeof import('get-tsconfig');
  const found = named === undefined ? getTsconfig(entry) : { path: named, config: parseTsconfig(named) };
  const options = found?.config.compilerOptions ?? {};
  const matchPaths = found && options.paths ? createPathsMatcher(found) : undefined;
  const definesFields = options.useDefineForClassFields ?? definesFieldsByDefault(options.target);
  return {
    file: found?.path,
    oxc: {
      // Decorators and the like are lowered for the oldest Node that is supported.
      target: 'es2022',
      decorator: {
        legacy: options.experimentalDecorators ?? false,
        emitDecoratorMetadata: options.emitDecoratorMetadata ?? false,
      },
      typescript: {
        onlyRemoveTypeImports: options.verbatimModuleSyntax ?? false,
        removeClassFieldsWithoutInitializer: !definesFields,
      },
    },
    pathsOf: (specifier) => matchPaths?.(specifier) ?? [],
  };
}

/** As the compiler has it: from ES2022 on, and when no target is named (today's compilers then take a newer one). */
function definesFieldsByDefault(target: string | undefined): boolean {
  const year = /^es(\d{4})$/i.exec(target ?? '');
  return year ? Number(year[1]) >= 2022 : !/^es[3-6]$/i.test(target ?? '');
}
