import { Linter } from 'eslint';
import { pageScript } from '../../src/report/graph-page-script';
import { pageStyle } from '../../src/report/graph-page-style';
import { laidOut, objectsOf, shop } from '../graph/graph-objects';
import { pageOf, sha256 } from '../graph/page-of';

const page = pageOf(laidOut(objectsOf(shop)));

describe('the page', () => {
  test('asks for nothing, and runs only its own script and style', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(page)!;
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${sha256(pageScript)}'; style-src 'sha256-${sha256(pageStyle)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.split(pageScript)).toHaveLength(2);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\((?!#)| on[a-z]+=| style="/);
  });

  test('has nothing of what a Secret holds', () => {
    expect(page).not.toMatch(/hidden-value|hidden-copy|aGlkZGVu/);
    expect(page).toContain('token: (not shown)');
  });

  test('is the same every time', () => {
    expect(pageOf(laidOut(objectsOf(shop)))).toBe(page);
  });

  test('has a script that the linter likes', () => {
    const globals = 'document history location matchMedia requestAnimationFrame ResizeObserver'.split(' ');
    const found = new Linter().verify(pageScript, [
      {
        languageOptions: {
          ecmaVersion: 2022,
          sourceType: 'script',
          globals: Object.fromEntries(globals.map((it) => [it, 'readonly'])),
        },
        rules: {
          'no-undef': 'error',
          'no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
          'no-redeclare': 'error',
          'no-shadow': 'off',
          'prefer-const': 'error',
          eqeqeq: 'error',
          'no-eval': 'error',
          'no-implied-eval': 'error',
          'no-restricted-properties': [
            'error',
            { property: 'innerHTML' },
            { property: 'outerHTML' },
            { property: 'insertAdjacentHTML' },
          ],
        },
      },
    ]);
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });
});
