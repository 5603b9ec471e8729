import type { Problem } from '../problems/problem';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Images without a tag or digest, or with the tag `latest`. */
export function floatingImage(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, spec } of context.links.pods) {
    for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
      for (const container of spec.at(list).items()) {
        const image = container.at('image');
        const flaw = flawOf(image.text);
        if (flaw === undefined) continue;
        const message = `The image "${image.text}" ${flaw}.`;
        problems.push(problemOf(context, { code: 'PLM7403', node, field: image.path, message }));
      }
    }
  }
  return problems;
}

function flawOf(image: string): string | undefined {
  // Empty, filled in later, or by a sidecar injector (`auto`).
  if (image === '' || image === 'auto' || image.includes('@') || /[${}<>%]|:\/\//.test(image)) return undefined;
  const [, tag] = /:([^/:]+)$/.exec(image) ?? [];
  if (tag === undefined) return 'has no tag, which means "latest"';
  return tag === 'latest' ? 'has the tag "latest"' : undefined;
}
