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

/** Finds what has certain labels, without looking at all there is. */
export class LabelIndex {
  private readonly entries = new Map<string, Labelled[]>();
  private readonly known = new Map<string, readonly number[]>();

  constructor(labelled: readonly Labelled[]) {
    for (const entry of labelled) {
      const { labels, namespace, world } = entry;
      for (const place of [`${world}\0${namespace}`, `${world}\0*`, `*\0${namespace}`, '*\0*']) {
        this.put(place, entry);
        for (const key of Object.keys(labels)) this.put(`${place}\0${key}\0${String(labels[key])}`, entry);
      }
    }
  }

  /**
   * What a selector selects, ascending: in the namespaces given and in the world at hand and the common one. Where that is
   * nothing, in objects whose namespace is left open, and then in other worlds. The same question has the same list as answer.
   *
   * @param namespaces `undefined` for all of them
   */
  find(world: string, namespaces: readonly string[] | undefined, selector: Selector): readonly number[] {
    const question = `${world}\0${namespaces?.join(',') ?? '*'}\0${selector.text}`;
    const known = this.known.get(question);
    if (known) return known;
    const found = this.search(world, namespaces ?? ['*'], selector);
    this.known.set(question, found);
    return found;
  }

  private search(world: string, namespaces: readonly string[], selector: Selector): readonly number[] {
    const loose = namespaces.includes('') ? ['*'] : [''];
    for (const worlds of [world === common ? [common] : [world, common], ['*']]) {
      for (const places of [namespaces, loose]) {
        const found = places.flatMap((place) => worlds.flatMap((each) => this.match(`${each}\0${place}`, selector)));
        if (found.length > 0) return [...new Set(found)].sort((left, right) => left - right);
      }
    }
    return [];
  }

  private match(place: string, selector: Selector): readonly number[] {
    let fewest: readonly (readonly Labelled[])[] = [this.entries.get(place) ?? []];
    for (const { key, operator, values } of selector.requirements) {
      if (operator !== 'In') continue;
      const lists = values.map((value) => this.entries.get(`${place}\0${key}\0${value}`) ?? []);
      if (count(lists) < count(fewest)) fewest = lists;
    }
    const found: number[] = [];
    for (const list of fewest) {
      for (const { labels, node } of list) if (selects(selector, labels)) found.push(node);
    }
    return found;
  }

  private put(place: string, entry: Labelled): void {
    const list = this.entries.get(place);
    if (list) list.push(entry);
    else this.entries.set(place, [entry]);
  }
}

function count(lists: readonly (readonly Labelled[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}
