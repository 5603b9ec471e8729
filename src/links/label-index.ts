import { selects } from './selector';
import type { LabelMap, Selector } from './selector';
import { common } from './worlds';

/** Something with labels. */
export interface Labelled {
  readonly node: number;
  readonly world: string;
  /** Empty where whoever applies the object chooses it. */
  readonly namespace: string;
  readonly labels: LabelMap;
}

/** What is in one place: all of it, and by label and value. */
interface Place {
  readonly all: Labelled[];
  readonly byLabel: Map<string, Map<string, Labelled[]>>;
}

/** Stands for every world, or every namespace. */
const every = '*';

/** Finds what has certain labels, without looking at all there is. */
export class LabelIndex {
  /** By world and namespace; those for every world or namespace are put together when they are asked for. */
  private readonly indices = new Map<string, ReadonlyMap<string, Place>>();
  private readonly known = new Map<string, readonly number[]>();

  constructor(private readonly labelled: readonly Labelled[]) {}

  /**
   * What a selector selects, ascending: in the namespaces given and in the world at hand and the common one. Where that is
   * nothing, in objects whose namespace is left open, and then in other worlds. The same question has the same list as answer.
   *
   * @param namespaces `undefined` for all of them
   */
  find(world: string, namespaces: readonly string[] | undefined, selector: Selector): readonly number[] {
    const question = `${world}\0${namespaces?.join(',') ?? every}\0${selector.text}`;
    const known = this.known.get(question);
    if (known) return known;
    const found = this.search(world, namespaces ?? ['*'], selector);
    this.known.set(question, found);
    return found;
  }

  private search(world: string, namespaces: readonly string[], selector: Selector): readonly number[] {
    const loose = namespaces.includes('') ? [every] : [''];
    for (const worlds of [world === common ? [common] : [world, common], [every]]) {
      for (const places of [namespaces, loose]) {
        const found = places.flatMap((place) => worlds.flatMap((each) => this.match(each, place, selector)));
        if (found.length > 0) return [...new Set(found)].sort((left, right) => left - right);
      }
    }
    return [];
  }

  private match(world: string, namespace: string, selector: Selector): readonly number[] {
    const place = this.placesOf(world === every, namespace === every).get(`${world}\0${namespace}`);
    if (!place) return [];
    let fewest: readonly (readonly Labelled[])[] = [place.all];
    for (const { key, operator, values } of selector.requirements) {
      if (operator !== 'In') continue;
      const lists = values.map((value) => place.byLabel.get(key)?.get(value) ?? []);
      if (count(lists) < count(fewest)) fewest = lists;
    }
    const found: number[] = [];
    for (const list of fewest) {
      for (const { labels, node } of list) if (selects(selector, labels)) found.push(node);
    }
    return found;
  }

  private placesOf(everyWorld: boolean, everyNamespace: boolean): ReadonlyMap<string, Place> {
    const name = `${everyWorld} ${everyNamespace}`;
    let places = this.indices.get(name);
    if (!places) this.indices.set(name, (places = index(this.labelled, everyWorld, everyNamespace)));
    return places;
  }
}

function index(
  labelled: readonly Labelled[],
  everyWorld: boolean,
  everyNamespace: boolean,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const entry of labelled) {
    const name = `${everyWorld ? every : entry.world}\0${everyNamespace ? every : entry.namespace}`;
    let place = places.get(name);
    if (!place) places.set(name, (place = { all: [], byLabel: new Map() }));
    place.all.push(entry);
    for (const key of Object.keys(entry.labels)) put(place.byLabel, key, String(entry.labels[key]), entry);
  }
  return places;
}

function put(byLabel: Place['byLabel'], key: string, value: string, entry: Labelled): void {
  let values = byLabel.get(key);
  if (!values) byLabel.set(key, (values = new Map<string, Labelled[]>()));
  const list = values.get(value);
  if (list) list.push(entry);
  else values.set(value, [entry]);
}

function count(lists: readonly (readonly Labelled[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}
