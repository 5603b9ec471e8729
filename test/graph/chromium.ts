import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Debian's package `chromium`. */
const executable = '/usr/bin/chromium';

/** Whether Chromium is there. With CI=true it must be. */
export const hasChromium: boolean = (() => {
  if (existsSync(executable)) return true;
  if (process.env.CI === 'true') throw new Error('Chromium (the Debian package `chromium`) is required with CI=true');
  return false;
})();

/** `describe` where Chromium is present; otherwise skipped. */
export const describeWithChromium = (hasChromium ? describe : describe.skip) as jest.Describe;

/** A browser without a window. The pages of the tests are our own, so that it needs no sandbox, which containers do not allow. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
