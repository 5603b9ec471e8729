/** A file of the output folder: what it is called and what it says. */
export interface OutputFile {
  /** Path relative to the output folder, with `/` as separator, such as `web.k8s.yaml`. */
  readonly path: string;
  /** The whole text; it is stored as UTF-8. */
  readonly text: string;
}
