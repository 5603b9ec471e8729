import type { OutputFile } from '../../output/output-file';
import type { Problem } from '../../problems/problem';
import { folderInside } from '../../reading/folder-inside';
import { problem } from '../problem';
import type { Synthesized } from './synthesized';

/** Everything an app made, as files of one output folder. */
export interface Gathered {
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/**
 * Puts together what was taken over and what was written to the staging folder all the same.
 *
 * @param staged the staging folder, which stands for the output folder
 * @param output the output folder; both are absolute paths
 */
export function gather(
  synthesized: readonly Synthesized[],
  written: readonly OutputFile[],
  staged: string,
  output: string,
): Gathered {
  const problems: Problem[] = synthesized.flatMap((app) => [...app.problems]);
  const files = new Map<string, OutputFile>();
  const add = (file: OutputFile): void => {
    const other = files.get(file.path);
    if (other && other.text !== file.text) {
      const message = `Two apps, or two calls of \`synth()\`, write different content to ${file.path}.`;
      problems.push(problem('PLM4018', { message, file: file.path }));
    }
    files.set(file.path, file);
  };
  for (const app of synthesized) {
    const folder = folderInside(staged, app.outdir) ?? folderInside(output, app.outdir);
    if (folder === undefined) {
      const message = `An App has \`outdir: ${app.outdir}\`, which is not inside the output folder ${output}.`;
      problems.push(problem('PLM4017', { message }));
      continue;
    }
    for (const file of app.files) add({ path: folder === '' ? file.path : `${folder}/${file.path}`, text: file.text });
  }
  for (const file of written) add(file);
  return { files: [...files.values()], problems };
}
