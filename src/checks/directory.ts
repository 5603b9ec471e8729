import { Field } from '../links/field';
import { groupOf, kindKey } from '../links/kinds';
import type { NamedTarget } from '../links/link';
import type { CrossCheckContext } from './cross-check';
import { similar } from './similar';

/** The names of what is there, by kind and namespace. */
export class Directory {
  private readonly names = new Map<string, string[]>();
  private readonly byName = new Map<string, number[]>();
  private readonly namespaces = new Set<string>();
  private readonly programs = new Set<string>();
  private readonly headless = new Set<number>();
  private readonly classes = new Set<unknown>();

  constructor(private readonly context: CrossCheckContext) {
    const { links, manifests } = context;
    manifests.forEach(({ identity: { apiVersion, kind, name }, object }, node) => {
      const namespace = links.namespaces[node];
      this.namespaces.add(namespace);
      const key = kindKey(groupOf(apiVersion), kind);
      if (key === 'PersistentVolume') this.classes.add(new Field(object).at('spec', 'storageClassName').value);
      append(this.names, `${key}\0${namespace}`, name);
      if (key === 'Service' && new Field(object).at('spec', 'clusterIP').text === 'None') this.headless.add(node);
      if (key === 'Service' || links.podsOf(node)) this.programs.add(namespace);
      append(this.byName, `${key}\0${name}`, node);
    });
  }

  get isWhole(): boolean {
    return this.context.isWhole;
  }

  /** Whether any object is in a namespace. */
  has(namespace: string): boolean {
    return this.namespaces.has(namespace);
  }

  /** Whether programs or Services of a namespace are at hand. */
  hasPrograms(namespace: string): boolean {
    return this.programs.has(namespace);
  }

  /** Whether objects of a kind are in a namespace. */
  hasKind(key: string, namespace: string): boolean {
    return this.names.has(`${key}\0${namespace}`);
  }

  /** Whether there are volumes of a class: it then need not be more than a name. */
  hasVolumeOf(storageClass: string): boolean {
    return this.classes.has(storageClass);
  }

  namespaceOf(node: number): string {
    return this.context.links.namespaces[node];
  }

  /** Objects of the same kind and name in other namespaces. */
  namesakes({ group, kind, name }: NamedTarget): readonly number[] {
    return this.byName.get(`${kindKey(group, kind)}\0${name}`) ?? [];
  }

  /** A name of the same kind that looks alike. */
  similar({ group, kind, name, namespace = '' }: NamedTarget): string | undefined {
    return similar(name, this.names.get(`${kindKey(group, kind)}\0${namespace}`) ?? []);
  }

  /** The headless Service that selects the Pods of a workload. */
  serviceThatNames(node: number): string | undefined {
    const { links, manifests } = this.context;
    if (this.headless.size === 0) return undefined;
    const service = links.to(node).find(({ from, kind }) => kind === 'selects' && this.headless.has(from));
    return service && manifests[service.from].identity.name;
  }
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
