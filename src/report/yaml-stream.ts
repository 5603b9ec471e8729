import type { OutputFile } from '../output/output-file';

/** The YAML files of an application as one stream of documents; what else it makes is left out. */
export function yamlStream(files: readonly OutputFile[]): string {
  let stream = '';
  for (const { path, text } of files) {
    if (!/\.ya?ml$/.test(path) || text.trim() === '') continue;
    if (stream !== '' && !/^(?:---\s|%)/.test(text)) stream += '---\n';
    stream += text.endsWith('\n') ? text : `${text}\n`;
  }
  return stream;
}
