// The licences of everything that is linked into an engine.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runGo } from './go.mjs';

const isLicence = /^(?:LICEN[CS]E|COPYING|NOTICE|PATENTS)/iu;

/** One text with the licence files of Go and of each module. */
export function licences(source, modules, go) {
  const parts = [section(`The Go standard library, ${go}`, join(runGo(source, ['env', 'GOROOT']).trim()))];
  for (const { path, version, replaced } of modules) {
    parts.push(section(`${path} ${replaced || version}`, join(source, 'vendor', path)));
  }
  return parts.join('\n');
}

function section(title, folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => isLicence.test(file)).sort() : [];
  if (files.length === 0) throw new Error(`${title} has no licence file`);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${texts.join('\n\n')}\n`;
}
