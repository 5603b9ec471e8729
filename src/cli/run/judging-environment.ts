import { join, resolve } from 'node:path';
import type { App } from 'cdk8s';
import { folderInside } from '../../reading/folder-inside';
import type { ReviewProps, ReviewSettings } from '../../reviewing';

/** What the command says about judging; what it leaves open is the App's own to say. */
export interface JudgingOrder extends ReviewSettings {
  /** What the objects replace: a folder, an absolute path. @default - nothing */
  readonly replaces?: string;
  /** The folder that stands for the output folder while the app runs, and what it stands for; both absolute paths. */
  readonly staged?: string;
}

/** How the order reaches the app, whichever process that runs in. */
export const judgingVariable = 'PLIMSOLL_JUDGING';

/** The environment of an app that is to be judged in this way. */
export function withJudging(environment: NodeJS.ProcessEnv, order: JudgingOrder): NodeJS.ProcessEnv {
  return { ...environment, [judgingVariable]: JSON.stringify(order) };
}

/** How an app is to be judged: as the command says, else as the App itself says. */
export function judgingOf(app: App, environment: NodeJS.ProcessEnv): ReviewSettings {
  const own = (app as App & { readonly judging?: ReviewProps }).judging;
  const { replaces, staged, ...order } = JSON.parse(environment[judgingVariable] ?? '{}') as JudgingOrder;
  if (replaces === undefined) return { ...own, ...order };
  const outdir = resolve(app.outdir);
  const inside = staged === undefined ? undefined : folderInside(staged, outdir);
  return { ...own, ...order, replaces: inside === undefined ? outdir : join(replaces, inside) };
}
