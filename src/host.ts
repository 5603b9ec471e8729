import type { App } from 'cdk8s';

/** Whoever runs an app and wants to take what it synthesizes, in place of the app writing it: the command, or a test. */
export interface SynthHost {
  /**
   * The minor of Kubernetes that objects are meant for, over what the App says: constructs ask for it when they are made.
   * @default - what the App says
   */
  readonly kubernetes?: string;
  /** Takes over `app.synth()`. */
  synth(app: App): void;
}

const key = Symbol.for('cdk8s-plimsoll.host');
// On the global object, so that the command and the app find each other though each may load its own copy of the library.
const place = globalThis as { [key]?: SynthHost };

/** Makes `host` take over every `synth()` from now on; without one, apps write for themselves again. */
export function useHost(host: SynthHost | undefined): void {
  if (host) place[key] = host;
  else delete place[key];
}

/** The host in charge. */
export function currentHost(): SynthHost | undefined {
  return place[key];
}
