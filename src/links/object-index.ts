import { kindKey } from './kinds';
import type { NamedTarget } from './link';

/** The objects of one kind and name: nearly always one. */
interface Namesakes {
  readonly node: number;
  readonly namespace: string;
  readonly world: string;
  /** All of them by place, once there are several; those that came first. */
  readonly places?: Map<string, number>;
}

/** Finds objects by kind, namespace and name: each question takes the same time, however many objects there are. */
export class ObjectIndex {
  private readonly objects = new Map<string, Namesakes>();

  /** Objects that come first are found first. */
  add(world: string, { group, kind, name, namespace = '' }: Omit<NamedTarget, 'by'>, node: number): void {
    const key = `${kindKey(group, kind)}\0${name}`;
    const first = this.objects.get(key);
    if (!first) {
      this.objects.set(key, { node, namespace, world });
      return;
    }
    const places = first.places ?? new Map<string, number>();
    if (!first.places) {
      note(places, first.world, first.namespace, first.node);
      this.objects.set(key, { ...first, places });
    }
    note(places, world, namespace, node);
  }

  /**
   * The object that is meant: in its namespace, or in none where whoever applies it chooses that; in the world at hand if
   * there is one. Where the namespace is not known, any will do.
   */
  find(world: string, { group, kind, name, namespace = '' }: Omit<NamedTarget, 'by'>): number | undefined {
    const found = this.objects.get(`${kindKey(group, kind)}\0${name}`);
    if (!found) return undefined;
    const { node, places } = found;
    if (places) return look(places, world, namespace) ?? look(places, world, namespace === '' ? '*' : '');
    const isMeant = namespace === '' || found.namespace === '' || found.namespace === namespace;
    return isMeant ? node : undefined;
  }
}

function note(places: Map<string, number>, world: string, namespace: string, node: number): void {
  for (const place of [`${namespace}\0${world}`, namespace, `*\0${world}`, '*']) {
    if (!places.has(place)) places.set(place, node);
  }
}

function look(places: ReadonlyMap<string, number>, world: string, namespace: string): number | undefined {
  return places.get(`${namespace}\0${world}`) ?? places.get(namespace);
}
