import { problemCatalogue } from '../../src/problems/catalogue';

describe('the catalogue of problems', () => {
  test.each(Object.entries(problemCatalogue))('%s says what it is, why it matters and what to do', (code, text) => {
    expect(code).toMatch(/^PLM\d{4}$/);
    expect(text.title).not.toMatch(/[.!]$/);
    expect(text.why).toMatch(/^[A-Z].*\.$/s);
    expect(text.fix).toMatch(/^[A-Z].*\.$/s);
  });
});
