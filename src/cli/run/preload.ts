import { renameSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import type { ChildResult } from './child-process';
import type { Synthesized } from './synthesized';
import type * as TakeOver from './take-over';

/**
 * Loaded first in every program of Node that `app:` starts, by way of `NODE_OPTIONS`: hands what it synthesizes over to
 * the command. Most of these programs are npm, npx and the like, so it does next to nothing until cdk8s is loaded.
 */
const results = process.env.PLIMSOLL_RESULTS;
if (results !== undefined) preload(results);

function preload(folder: string): void {
  let count = 0;
  const send = (result: ChildResult): void => {
    count += 1;
    const time = process.hrtime.bigint().toString().padStart(20, '0');
    const file = join(folder, `${time}-${process.pid}-${count}`);
    writeFileSync(file, JSON.stringify(result));
    renameSync(file, `${file}.json`);
  };
  // What is alive stays here: only data can go to the command.
  const receive = ({ live: _live, ...synthesized }: Synthesized): void => send({ kind: 'synthesized', synthesized });
  const require = nodeModule.createRequire(__filename);
  const isCdk8s = (request: string): boolean =>
    request === 'cdk8s' || /[\\/]cdk8s[\\/]lib[\\/]index\.js$/.test(request);

  const module = nodeModule.Module as unknown as { _load(request: string, ...rest: readonly unknown[]): unknown };
  const loadModule = module._load.bind(module);
  let isTakenOver = false;
  module._load = (request, ...rest) => {
    const exported = loadModule(request, ...rest);
    if (isTakenOver || !isCdk8s(request) || !isComplete(exported)) return exported;
    isTakenOver = true;
    const { takeOverCdk8s, takeOverPlimsoll } = require('./take-over') as typeof TakeOver;
    takeOverCdk8s(exported, receive);
    takeOverPlimsoll(receive);
    return exported;
  };
  process.on('uncaughtExceptionMonitor', (error) => {
    const { describeFailure } = require('./describe-failure') as typeof import('./describe-failure');
    send({ kind: 'failed', problems: describeFailure(error) });
  });
}

/** While modules of cdk8s import each other, its exports are not all there. */
function isComplete(exported: unknown): exported is typeof import('cdk8s') {
  return typeof (exported as { readonly App?: unknown } | undefined)?.App === 'function';
}
