import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypeScriptSettings } from './typescript-settings';

const typeScript = /\.[cm]?tsx?$/;
const sourcesOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};
const assumed = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'];

/** Whether Plimsoll loads the file, and not Node. */
export function isTypeScript(file: string): boolean {
  return typeScript.test(file);
}

/**
 * Finds what an import of a TypeScript file means where Node would not: `./web.js` that stands for `web.ts`, a missing
 * extension, a folder, an alias of `paths`.
 *
 * @returns the absolute path; undefined when it is for Node to say
 */
export function resolveImport(specifier: string, importer: string, settings: TypeScriptSettings): string | undefined {
  // The transformer's helpers belong to this package, wherever the code that needs them is.
  if (specifier.startsWith('@oxc-project/runtime/')) return createRequire(__filename).resolve(specifier);
  const path = specifier.startsWith('file://') ? fileURLToPath(specifier) : specifier;
  if (/^(?:\.{0,2}\/|\.{1,2}$|[A-Za-z]:[\\/])/.test(path)) return findFile(resolve(dirname(importer), path));
  for (const candidate of settings.pathsOf(specifier)) {
    const file = findFile(candidate);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** As `resolveImport`, and looks into packages too: some are made of TypeScript, in a monorepo for example. */
export function resolveTypeScript(
  specifier: string,
  importer: string,
  settings: TypeScriptSettings,
): string | undefined {
  const file = resolveImport(specifier, importer, settings);
  if (file !== undefined) return file;
  if (specifier.startsWith('node:')) return undefined;
  try {
    const found = createRequire(importer).resolve(specifier);
    return isTypeScript(found) ? found : undefined;
  } catch {
    // Packages for `import` alone end here: Node finds those.
    return undefined;
  }
}

/** The file that a path without promises about its extension means. */
export function findFile(path: string): string | undefined {
  const extension = extname(path);
  for (const source of sourcesOf[extension] ?? []) {
    const candidate = path.slice(0, -extension.length) + source;
    if (existsSync(candidate)) return candidate;
  }
  if (isFile(path)) return path;
  const byExtension = assumed.map((it) => path + it).find(isFile);
  return byExtension ?? assumed.map((it) => resolve(path, `index${it}`)).find(isFile);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
