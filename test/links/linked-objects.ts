import { readLinks } from '../../src/links/read-links';
import type { LinkSettings } from '../../src/links/read-links';
import type { Link } from '../../src/links/link';
import type { LinkedObject } from '../../src/links/linked-object';
import type { Links } from '../../src/links/links';
import { readObjects } from '../../src/reading/read-objects';

/** The objects of a YAML text, as links are read off them. */
export function linkedObjects(yaml: string, chart?: string): readonly LinkedObject[] {
  const { objects, problems } = readObjects({ path: 'test.yaml', text: yaml });
  expect(problems).toEqual([]);
  return objects.map(({ identity, object }) => ({
    identity,
    object: object(),
    ...(chart !== undefined && { origin: { chart } }),
  }));
}

/** The links of a YAML text. */
export function linksOf(yaml: string, settings?: LinkSettings): Links {
  return readLinks(linkedObjects(yaml), settings);
}

/** Links in a form that is read at a glance: `Pod/web mounts ConfigMap/settings (spec.volumes[0].configMap.name)`. */
export function described(links: Links, which: readonly Link[] = links.all): readonly string[] {
  const name = (node: number): string => `${links.nodes[node].identity.kind}/${links.nodes[node].identity.name}`;
  return which.map((link) => {
    const { from, isOptional, key, kind, port, target, to } = link;
    const missing =
      target.by === 'name' ? `no ${target.kind}/${target.name}` : `no ${target.kind} with ${target.selector.text}`;
    const ends = to.length === 0 ? missing : to.map(name).join(' ');
    const details = [
      key !== undefined && ` key ${key}`,
      port !== undefined && ` port ${port}`,
      isOptional && ' if there',
    ];
    return `${name(from)} ${kind} ${ends}${details.filter(Boolean).join('')} (${link.field})`;
  });
}
