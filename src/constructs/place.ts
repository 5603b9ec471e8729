import { type Flaw, PropsError } from '../problems/props-error';
import { either, show } from '../values/show';
import { nearest } from '../values/nearest';

/** Whatever has a path in a construct tree. */
interface Located {
  readonly node: { readonly path: string };
}

/**
 * Where a value stands: a construct and the prop it was given in. Carries the name of both into every message. The path is put
 * together only for a message: nearly every place is made for a check that finds nothing.
 */
export class Place {
  constructor(
    /** The construct that the value was given to. */
    readonly construct: Located,
    private readonly above?: Place,
    private readonly key: string | number = '',
  ) {}

  /** The place of one field of this prop. */
  at(key: string | number): Place {
    return new Place(this.construct, this, key);
  }

  /** Path of the prop, as messages show it. */
  get path(): string {
    if (this.above === undefined) return '';
    const { key } = this;
    const path = this.above.path;
    if (typeof key === 'number') return `${path}[${key}]`;
    const word = /^[A-Za-z_$][\w$-]*$/.test(key) ? key : JSON.stringify(key);
    return path === '' ? word : `${path}.${word}`;
  }

  /** @throws {PropsError} always */
  refuse(flaw: Flaw): never {
    throw new PropsError(this.construct.node.path, this.path === '' ? 'props' : this.path, flaw);
  }

  /** @throws {PropsError} when there is a flaw */
  check(flaw: Flaw | undefined): void {
    if (flaw !== undefined) this.refuse(flaw);
  }

  /**
   * Refuses a word that is none of a set, with the nearest of them.
   *
   * @throws {PropsError} when the word is not among them
   */
  oneOf(word: unknown, words: readonly string[]): void {
    if (words.includes(word as string)) return;
    const near = nearest(String(word), words, 1);
    this.refuse({
      found: show(word),
      allowed: words.length === 0 ? 'nothing: none is declared' : either(words.map((one) => JSON.stringify(one))),
      fix: near.length > 0 ? `write ${JSON.stringify(near[0])}` : 'choose one of these',
    });
  }
}
