import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { compareObjects } from '../../src/changes/compare-objects';
import type { Problem } from '../../src/problems/problem';
import { describeWithChromium, launch } from './chromium';
import { deployments, laidOut, objectsOf, shop } from './graph-objects';
import { pageOf } from './page-of';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const problem: Problem = {
  code: 'PLM7001',
  severity: 'warning',
  message: 'There is no Secret "database" <b>here</b>.',
  object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' },
};

function write(name: string, page: string): string {
  writeFileSync(join(folder, name), page);
  return `file://${join(folder, name)}`;
}

/** The shop with a problem and a change. */
function shopPage(): string {
  const former = objectsOf(shop.replace('web:1.0.0', 'web:0.9.0'));
  const objects = objectsOf(shop);
  const [before, after] = [former, objects].map((side) =>
    side.map(({ identity, object }) => ({ identity, object: () => object })),
  );
  const { changes } = compareObjects(before, after);
  return write('shop.html', pageOf(laidOut(objects, { problems: [problem], changes })));
}

describeWithChromium('the page in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const open = async (url: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
    // The policy of the page would keep axe out; that it holds is said by the texts on the console.
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      if (request.url() !== url.replace(/#.*/, '')) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(url);
  };
  afterEach(async () => {
    await context?.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const entries = async (): Promise<readonly string[]> =>
    page
      .locator('#objects .entry')
      .evaluateAll((all) =>
        all.map((one) =>
          [...one.querySelectorAll(':scope > :not([aria-hidden])')].map((it) => it.textContent).join(' '),
        ),
      );
  /** How many there are once the page has drawn, which it does with the next frame. */
  const drawn = async (selector: string): Promise<number> => {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    return page.locator(selector).count();
  };
  const violations = async (): Promise<readonly string[]> => {
    const session = await context.newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe });
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'axe.run().then((found) => JSON.stringify(found.violations))',
      awaitPromise: true,
      returnByValue: true,
    });
    const found = JSON.parse(String(result.value)) as AxeResults['violations'];
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
  };

  test('lists and draws every object', async () => {
    await open(shopPage());
    expect(await entries()).toEqual([
      'Deployment web in shop, changed, 1 warning',
      'Service web in shop',
      'ConfigMap settings in shop',
      'ServiceAccount web in shop',
      'Secret token in shop',
      'Secret, not in this set database in shop',
    ]);
    expect(await drawn('#nodes .node')).toBe(6);
    expect(await page.locator('#status').textContent()).toBe('5 objects, 1 not in this set');
  });

  test('finds what is searched for, in the list and in the picture', async () => {
    await open(shopPage());
    await page.getByLabel('Search').fill('secret SHOP');
    expect(await entries()).toEqual(['Secret token in shop', 'Secret, not in this set database in shop']);
    expect(await page.locator('#status').textContent()).toBe('1 of 5 objects, 1 not in this set');
    expect(await drawn('#nodes .node.dim')).toBe(4);
    await page.keyboard.press('Escape');
    expect(await entries()).toHaveLength(6);
  });

  test('says when nothing is found, and keeps the picture quiet', async () => {
    await open(shopPage());
    await page.getByLabel('Search').fill('no such thing');
    expect(await page.locator('#status').textContent()).toBe('Nothing is found: 0 of 5 objects');
    expect(await drawn('#nodes .node:not(.dim), #labels .label:not(.dim)')).toBe(0);
  });

  test('counts what is not in this set as its heading does', async () => {
    const selecting = (name: string) => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: nobody }, ports: [{ port: 80 }] }
`;
    await open(write('selecting.html', pageOf(laidOut(objectsOf(shop + selecting('one') + selecting('two'))))));
    expect(await drawn('.selection')).toBeGreaterThan(0);
    const [heading, status] = await Promise.all([
      page.locator('header p').textContent(),
      page.locator('#status').textContent(),
    ]);
    expect([heading, status].map((text) => /\d+ not in this set/.exec(text ?? '')?.[0])).toEqual([
      '1 not in this set',
      '1 not in this set',
    ]);
  });

  test('filters by kind, by namespace and by what is marked', async () => {
    await open(shopPage());
    await page.getByText('Kinds').click();
    await page.getByRole('checkbox', { name: 'ServiceAccount' }).check();
    expect(await entries()).toEqual(['ServiceAccount web in shop']);
    await page.getByRole('checkbox', { name: 'ServiceAccount' }).uncheck();
    await page.getByText('Namespaces').click();
    await page.locator('#namespaces').getByLabel('shop').check();
    expect(await entries()).toHaveLength(6);
    await page.getByLabel('With problems').check();
    expect(await entries()).toEqual(['Deployment web in shop, changed, 1 warning']);
  });

  test('opens an object that is clicked: its YAML, problems, changes and references', async () => {
    await open(shopPage());
    await page.locator('#node-Deployment_shop_web').click();
    const details = page.locator('#details');
    expect(await details.locator('h2').textContent()).toBe('web');
    expect(await details.locator('.problems').textContent()).toContain('There is no Secret "database" <b>here</b>.');
    expect(await details.locator('.problems b').count()).toBe(0);
    expect(await details.locator('ins').textContent()).toContain('web:1.0.0');
    expect(await details.locator('del').textContent()).toContain('web:0.9.0');
    expect(await details.getByLabel('YAML of web').textContent()).toContain('kind: Deployment\n');
    expect(page.url()).toMatch(/#Deployment_shop_web$/);
    await details.getByRole('button', { name: 'ConfigMap settings' }).click();
    expect(await details.locator('h2').textContent()).toBe('settings');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await details.isVisible()).toBe(false);
  });

  test('opens the object that the address names', async () => {
    await open(`${shopPage()}#Secret_shop_token`);
    expect(await page.locator('#details h2').textContent()).toBe('token');
    expect(await page.locator('#details pre').textContent()).toContain('token: (not shown)');
  });

  test('can be used with the keyboard alone', async () => {
    await open(shopPage());
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.type('settings');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('settings');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.press('Escape');

    await page.locator('#picture').focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight']) await page.keyboard.press(key);
    await page.locator('.node.active').waitFor();
    expect(await page.locator('#picture').getAttribute('aria-activedescendant')).toMatch(/^node-\w+_shop_\w+$/);
    await page.keyboard.press('Enter');
    expect(await page.locator('#details').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.id')).toBe('picture');
    const scale = (): Promise<string | null> => page.locator('#world').getAttribute('transform');
    await page.keyboard.press('+');
    await page.waitForTimeout(50);
    const near = await scale();
    await page.keyboard.press('0');
    await page.waitForTimeout(50);
    expect(await scale()).not.toBe(near);

    await page.keyboard.press('Tab');
    await page.locator('body').press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('picture');
  });

  test('is light and dark, as the system or the button says', async () => {
    const paper = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await open(shopPage(), { colorScheme: 'dark' });
    expect(await paper()).toBe('rgb(20, 24, 28)');
    await page.getByRole('button', { name: 'Light' }).click();
    expect(await paper()).toBe('rgb(255, 255, 255)');
    expect(await page.getByRole('button', { name: 'Dark' }).count()).toBe(1);
  });

  test.each(['light', 'dark'] as const)('has nothing that axe finds fault with in the %s', async (colorScheme) => {
    await open(shopPage(), { colorScheme });
    expect(await violations()).toEqual([]);
    await page.getByText('Kinds').click();
    await page.locator('#node-Deployment_shop_web').click();
    expect(await violations()).toEqual([]);
  });

  test('has nothing that axe finds fault with on a small screen', async () => {
    await open(shopPage(), { viewport: { width: 390, height: 780 } });
    expect(await violations()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  describe('of 2,000 objects', () => {
    const object = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'team-0', name: 'web-0' };
    const url = write('many.html', pageOf(laidOut(deployments(1000), { problems: [{ ...problem, object }] })));

    test('shows groups, and what is in them when there is room', async () => {
      await open(url);
      expect(await drawn('#nodes .node')).toBe(0);
      expect(await page.locator('#objects .entry').count()).toBe(200);
      await page.getByRole('button', { name: /^Show 200 more of 1800$/ }).click();
      expect(await page.locator('#objects .entry').count()).toBe(400);
      await page.locator('.group.closed').first().click();
      await page.waitForTimeout(100);
      for (let index = 0; index < 12; index += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.locator('#nodes .node').first().waitFor();
      expect(await drawn('#nodes .node')).toBeLessThan(500);
    });

    test('says of a group what is wrong in it', async () => {
      await open(url);
      expect(await drawn('#groups .group.flawed')).toBe(1);
      expect(await page.locator('#groups .group.flawed .sum').textContent()).toContain('1 with problems');
    });

    test('brings what is chosen in the list into sight', async () => {
      await open(url);
      await page.getByLabel('Search').fill('deployment web-777');
      await page.keyboard.press('Enter');
      await page.locator('#node-Deployment_team_0_web_777.selected').waitFor();
      expect(await page.locator('#details h2').textContent()).toBe('web-777');
    });
  });
});
