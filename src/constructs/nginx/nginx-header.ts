import type { NginxText } from './nginx-variable';

/** Changes of the headers that the backend sees. */
export interface NginxRequestHeaders {
  /**
   * Headers to set, in place of what the client sent. Name: letters, digits, `-` and `_`, at most 64.
   * @default - none
   */
  readonly set?: Readonly<Record<string, NginxText>>;
  /**
   * Headers that the backend shall not see.
   * @default - none
   */
  readonly remove?: readonly string[];
}

/** Changes of the headers that the client sees. */
export interface NginxResponseHeaders {
  /**
   * Headers to set, in place of what the backend sent, whatever the status of the answer.
   * Name: letters, digits, `-` and `_`, at most 64.
   * @default - none
   */
  readonly set?: Readonly<Record<string, NginxText>>;
  /**
   * Headers of the backend that the client shall not see.
   * @default - none
   */
  readonly remove?: readonly string[];
}
