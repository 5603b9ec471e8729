import { isAbsolute, join } from 'node:path';

/**
 * The user's cache folder for this product.
 *
 * @param environment `XDG_CACHE_HOME` counts if it is an absolute path
 * @param home the user's home folder
 * @returns undefined where the user has no home
 */
export function userCacheFolder(environment: NodeJS.ProcessEnv, home: string): string | undefined {
  const { XDG_CACHE_HOME: cacheHome } = environment;
  if (cacheHome && isAbsolute(cacheHome)) return join(cacheHome, 'plimsoll');
  return isAbsolute(home) ? join(home, '.cache', 'plimsoll') : undefined;
}
