/** What a doc comment says. */
export interface Documentation {
  readonly text: string;
  readonly default?: string;
  readonly throws: readonly string[];
  readonly see: readonly string[];
  readonly examples: readonly string[];
  /** Name and sentence. */
  readonly parameters: readonly (readonly [string, string])[];
}

/** A property or a method: of a class, an interface, an object. */
export interface DocumentedMember {
  readonly name: string;
  readonly isMethod: boolean;
  readonly isRequired: boolean;
  /** A type, or the signatures of a method. */
  readonly type: string;
  readonly documentation: Documentation;
}

export type ExportKind = 'class' | 'interface' | 'type' | 'function' | 'constant' | 'module';

/** Something that the root of the package exports. */
export interface DocumentedExport {
  readonly name: string;
  readonly kind: ExportKind;
  /** Path from the folder of the project. */
  readonly file: string;
  /** The declaration without a body. */
  readonly code: string;
  readonly documentation: Documentation;
  /** The parameters of the constructor, where a class has one of its own. */
  readonly constructedWith?: { readonly code: string; readonly documentation: Documentation };
  readonly members: readonly DocumentedMember[];
  /** Other exports that the declaration extends. */
  readonly bases: readonly string[];
}
