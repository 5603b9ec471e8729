import type { Flaw } from '../problems/props-error';
import { show } from './show';

/**
 * Why a value is no image of a container. Stricter than the API server, which takes any text: a name that no registry
 * could serve fails only on the node, as `InvalidImageName`.
 */
export function imageFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && reference.test(value)) return undefined;
  return {
    found: show(value),
    allowed: 'an image such as "nginx:1.27", "registry.example.com:5000/team/shop@sha256:…"',
    fix:
      typeof value === 'string' && /[A-Z]/.test(value.split(/[:@]/)[0]!)
        ? 'write the repository in lower case'
        : 'write registry, repository and tag or digest without blanks or a scheme',
  };
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domain =
  '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?';
const reference = new RegExp(
  `^(?:${domain}/)?${component}(?:/${component})*(?::\\w[\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
);
