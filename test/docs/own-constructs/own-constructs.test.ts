import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../support/compiled';

const page = readFileSync(join(project, 'docs/own-constructs.md'), 'utf8');
const source = (name: string): string => readFileSync(join(__dirname, name), 'utf8');

describe('docs/own-constructs.md', () => {
  test('shows the construct that is tested here', () => {
    const construct = source('team-service.ts').split('\n\n').slice(1).join('\n\n');
    expect(page).toContain(construct);
  });

  test('shows the test that is run here', () => {
    const shown = source('team-service.test.ts').replace('../../../src/index', 'cdk8s-plimsoll');
    expect(page).toContain(`\`\`\`typescript\n${shown}\`\`\``);
  });
});
