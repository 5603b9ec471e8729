import { Field } from './field';
import { groupOf, isClusterScoped, kindKey } from './kinds';
import { LabelIndex } from './label-index';
import type { Labelled } from './label-index';
import type { Link, LinkTarget } from './link';
import type { LinkedObject } from './linked-object';
import { Links } from './links';
import { ObjectIndex } from './object-index';
import { forWorkloads, foundByLabels, podTemplateOf } from './pod-template';
import type { PodTemplate } from './pod-template';
import { provisionsOf } from './provisions';
import { readers } from './readers/all-readers';
import { readPod } from './readers/pod';
import { Referrer } from './referrer';
import type { Resolver } from './referrer';
import type { LabelMap, Selector } from './selector';
import { worldsOf } from './worlds';

/** How links are read. */
export interface LinkSettings {
  /**
   * The namespace of objects that name none.
   * @default - not known: they are taken to be where whatever refers to them is
   */
  readonly namespace?: string;
}

/**
 * Reads every reference of every object, and finds what it leads to. Time and memory grow with the size of the objects and
 * not with the number of their pairs. Nothing in the objects is trusted: what has another form than it should has no links.
 */
export function readLinks(objects: readonly LinkedObject[], settings: LinkSettings = {}): Links {
  const worlds = worldsOf(objects);
  const namespaces = objects.map((object) => namespaceOf(object, settings.namespace ?? ''));
  const pods = objects.map(podTemplateOf).filter((pod) => pod !== undefined);
  const resolver = resolverOf(objects, pods, worlds, namespaces);
  const links: Link[] = [];
  const templates = new Map(pods.map((pod) => [pod.node, pod]));
  objects.forEach(({ identity, object }, node) => {
    const refer = new Referrer(node, namespaces[node], worlds[node], resolver, links);
    readers.get(kindKey(groupOf(identity.apiVersion), identity.kind))?.(new Field(object), refer);
    const pod = templates.get(node);
    if (pod) readPod(pod.spec, refer, claimTemplatesOf(object));
  });
  return new Links(objects, links, pods, namespaces, worlds, (from, target) => resolver.find(worlds[from], target));
}

/** The names of the claim templates of a StatefulSet. */
function claimTemplatesOf(object: LinkedObject['object']): readonly string[] {
  const templates = new Field(object).at('spec', 'volumeClaimTemplates').items();
  return templates.map((template) => template.at('metadata', 'name').text);
}

function namespaceOf({ identity }: LinkedObject, otherwise: string): string {
  if (identity.namespace !== undefined) return identity.namespace;
  return isClusterScoped(groupOf(identity.apiVersion), identity.kind) ? '' : otherwise;
}

function resolverOf(
  objects: readonly LinkedObject[],
  pods: readonly PodTemplate[],
  worlds: readonly string[],
  namespaces: readonly string[],
): Resolver {
  const index = indexObjects(objects, worlds, namespaces);
  const placed = (node: number, labels: LabelMap): Labelled => {
    return { node, labels, world: worlds[node], namespace: namespaces[node] };
  };
  const labelled = (kind: string): Labelled[] =>
    objects.flatMap((object, node) =>
      object.identity.kind === kind && object.identity.apiVersion === 'v1' ? [placed(node, labelsOf(object))] : [],
    );
  const podIndex = new LabelIndex(pods.map((pod) => placed(pod.node, foundByLabels(objects[pod.node], pod))));
  const serviceIndex = new LabelIndex(labelled('Service'));
  const namespaceIndex = new LabelIndex(labelled('Namespace').map((it) => ({ ...it, namespace: '' })));
  return {
    find: (world, target) => findTarget(world, target),
    namespaces: (world, selector) => {
      if (selector.requirements.length === 0) return undefined;
      const known = namespaceIndex.find(world, [''], selector).map((node) => objects[node].identity.name);
      return [...new Set([...known, ...namesIn(selector)])];
    },
  };

  function findTarget(world: string, target: LinkTarget): readonly number[] {
    if (target.by === 'selector') {
      const { namespaces: where, selector } = target;
      if (target.kind === 'Service') return serviceIndex.find(world, where, selector);
      return podIndex.find(world, where, forWorkloads(selector));
    }
    const node = index.find(world, target);
    return node === undefined ? [] : [node];
  }
}

function indexObjects(
  objects: readonly LinkedObject[],
  worlds: readonly string[],
  namespaces: readonly string[],
): ObjectIndex {
  const index = new ObjectIndex();
  objects.forEach(({ identity: { apiVersion, kind, name } }, node) => {
    index.add(worlds[node], { group: groupOf(apiVersion), kind, name, namespace: namespaces[node] }, node);
  });
  // What is there itself is meant before what others make.
  objects.forEach((object, node) => {
    if (object.identity.apiVersion === 'v1') return;
    for (const { kind, name } of provisionsOf(object)) {
      index.add(worlds[node], { group: '', kind, name, namespace: namespaces[node] }, node);
    }
  });
  return index;
}

/** The namespaces that a selector names: each has its own name as a label. */
function namesIn({ requirements }: Selector): readonly string[] {
  const [only, ...others] = requirements;
  return others.length === 0 && only.operator === 'In' && only.key === 'kubernetes.io/metadata.name' ? only.values : [];
}

function labelsOf({ object }: LinkedObject): LabelMap {
  const labels = new Field(object).at('metadata', 'labels').value;
  return typeof labels === 'object' && labels !== null ? (labels as LabelMap) : {};
}
