import { parseAppCommand } from '../../src/cli/project/app-command';

describe('the command that starts an app', () => {
  test.each([
    ['node lib/main.js', 'lib/main.js', [], false],
    ['node .', '.', [], false],
    ['node "my app.js" --env prod', 'my app.js', ['--env', 'prod'], false],
    ['node --enable-source-maps main.js', 'main.js', [], false],
    ['npx ts-node main.ts', 'main.ts', [], true],
    ['npx -y tsx src/main.ts', 'src/main.ts', [], true],
    ['ts-node -T main.ts', 'main.ts', [], true],
    ['yarn ts-node main.ts', 'main.ts', [], true],
    ['pnpm exec tsx main.ts', 'main.ts', [], true],
    ['node --import tsx main.js', 'main.js', [], true],
    ['node --require=ts-node/register main.ts', 'main.ts', [], true],
    ['node main.ts', 'main.ts', [], true],
  ])('%s is a Node program', (command, entry, args, readsTypeScript) => {
    expect(parseAppCommand(command)).toEqual({ kind: 'node', entry, args, readsTypeScript });
  });

  test('may name the tsconfig.json to use', () => {
    expect(parseAppCommand('ts-node -P tsconfig.app.json main.ts')).toMatchObject({ tsconfig: 'tsconfig.app.json' });
    expect(parseAppCommand('tsx --tsconfig=t.json main.ts')).toMatchObject({ tsconfig: 't.json' });
  });

  test.each([
    ['npm run synth', ['npm', 'run', 'synth']],
    ['python3 main.py', ['python3', 'main.py']],
    ['go run .', ['go', 'run', '.']],
    ['node --inspect main.js', ['node', '--inspect', 'main.js']],
    ['node --require ./setup.js main.js', ['node', '--require', './setup.js', 'main.js']],
    ['node -e "1"', ['node', '-e', '1']],
    ['tsx watch main.ts', ['tsx', 'watch', 'main.ts']],
    ["sh -c 'exit 1'", ['sh', '-c', 'exit 1']],
    ['node', ['node']],
  ])('%s is run as it is', (command, words) => {
    expect(parseAppCommand(command)).toEqual({ kind: 'other', words });
  });

  test.each([
    'node a.js && node b.js',
    'cat a | node b.js',
    'A=1 node a.js',
    'node $FILE',
    'node *.js',
    'exit 1',
    "node 'a",
    '',
  ])('%j is for a shell to read', (command) => {
    expect(parseAppCommand(command)).toEqual({ kind: 'other', words: undefined });
  });
});
