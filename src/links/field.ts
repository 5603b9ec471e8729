import { joinFieldPath } from '../problems/field-path';
import type { FieldStep } from '../problems/field-path';

/**
 * A place in an object of which nothing is certain: what is not there, or is of another type, reads as empty. The path is
 * put together only when somebody asks for it.
 */
export class Field {
  constructor(
    readonly value: unknown,
    private readonly parent?: Field,
    private readonly step: FieldStep = '',
  ) {}

  /** The field below, through as many maps as there are steps. */
  at(first: FieldStep, second?: FieldStep, ...others: readonly FieldStep[]): Field {
    let field = this.child(first);
    if (second !== undefined) field = field.child(second);
    for (const step of others) field = field.child(step);
    return field;
  }

  /** The items of a list; none of anything else. */
  items(): readonly Field[] {
    return Array.isArray(this.value) ? this.value.map((item, index) => new Field(item, this, index)) : [];
  }

  /** The entries of a map; none of anything else. */
  entries(): readonly (readonly [key: string, field: Field])[] {
    if (!isMap(this.value)) return [];
    return Object.entries(this.value).map(([key, value]) => [key, new Field(value, this, key)] as const);
  }

  /** The text, empty where there is none. */
  get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  /** The texts of a list. */
  get texts(): readonly string[] {
    return Array.isArray(this.value) ? this.value.filter((item): item is string => typeof item === 'string') : [];
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** Whether there is anything, if only an empty map; `null` is nothing. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The path from the object on, as Kubernetes writes it: `spec.containers[0].name`. */
  get path(): string {
    return this.parent ? joinFieldPath(this.parent.path, this.step) : '';
  }

  private child(step: FieldStep): Field {
    const value = isMap(this.value) && Object.hasOwn(this.value, step) ? this.value[step] : undefined;
    return new Field(value, this, step);
  }
}

function isMap(value: unknown): value is Readonly<Record<FieldStep, unknown>> {
  return typeof value === 'object' && value !== null;
}
