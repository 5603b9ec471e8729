import { once } from '../once';

/** Texts beside the objects at hand that could not be read: the templates of other tools, files with faults in them. */
export class UnreadTexts {
  private readonly words = once(() => new Set(this.texts.flatMap((text) => text.split(/[^\w./-]+/))));

  constructor(private readonly texts: readonly string[]) {}

  /** Whether a name or a label stands in one of them. */
  mention(word: string): boolean {
    return this.texts.length > 0 && this.words().has(word);
  }
}
