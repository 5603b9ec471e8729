import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { temporaryFolder } from './folders';

/**
 * Compiles the writer, so that plain Node can run it in a process of its own.
 *
 * @returns path of the module that has `writeOutput`
 */
export function compileWriter(): string {
  const target = temporaryFolder();
  for (const folder of ['problems', 'output']) {
    mkdirSync(join(target, folder));
    for (const name of readdirSync(resolve('src', folder))) {
      const { code } = transformSync(readFileSync(resolve('src', folder, name), 'utf8'), {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(target, folder, name.replace(/\.ts$/, '.js')), code);
    }
  }
  return join(target, 'output', 'write-output.js');
}
