import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { version } from '../../package.json';
import { allCommands } from '../../src/cli/commands/all-commands';
import { completionScript } from '../../src/cli/completion';
import { chooseStyles } from '../../src/cli/terminal';
import { plainStyles, terminalStyles } from '../../src/report/styles';
import { Project } from './support/command';

let project: Project;
beforeEach(() => (project = new Project({})));
afterEach(() => project.remove());

describe('the arguments of plimsoll', () => {
  test('may ask for the version', () => {
    for (const flag of ['--version', '-V'])
      expect(project.run([flag])).toEqual({ stdout: `${version}\n`, stderr: '', code: 0 });
  });

  test.each([['--help'], ['-h'], ['help']])('may ask for help: %s', (flag) => {
    const { code, stderr, stdout } = project.run([flag]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name, summary } of allCommands)
      expect(stdout).toMatch(new RegExp(`^ {2}${name}.* ${summary.slice(0, 20)}`, 'm'));
  });

  test.each(allCommands.map(({ name }) => [name]))('may ask for the help of %s, which has examples', (name) => {
    const { code, stdout } = project.run([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples:\n {2}# /m);
    expect(project.run(['help', name]).stdout).toBe(stdout);
  });

  test.each([
    [[], 'Usage: plimsoll'],
    [['snth'], "error: unknown command 'snth'\n(Did you mean synth?)\n"],
    [['synth', '--jsno'], "error: unknown option '--jsno'\n(Did you mean --json?)\n"],
    [['synth', 'extra'], "error: too many arguments for 'synth'"],
    [['synth', '--output'], "error: option '-o, --output <folder>' argument missing\n"],
    [['synth', '--stdout', '--json'], 'cannot be used with'],
    [['synth', '--stdout', '-o', 'x'], 'cannot be used with'],
    [['synth', '--color', 'pink'], 'Allowed choices are always, never, auto.'],
    [['completion'], "error: missing required argument 'shell'"],
    [['completion', 'cmd'], 'Allowed choices are bash, zsh, fish.'],
  ])('%j make no sense', (args, message) => {
    const { code, stderr, stdout } = project.run(args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('completion', () => {
  const complete = (...words: readonly string[]): readonly string[] => {
    const file = project.path('completion.bash');
    writeFileSync(file, completionScript('bash', allCommands));
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const code = `source ${file}; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _plimsoll; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', code], { encoding: 'utf8', cwd: project.folder })
      .stdout.split('\n')
      .filter(Boolean);
  };

  test('knows commands, options, and their values in bash', () => {
    project.write({ 'deploy/x': '' });
    expect(complete('plimsoll', 'sy')).toEqual(['synth']);
    expect(complete('plimsoll', 'synth', '--no')).toEqual([
      '--no-cache',
      '--no-judge',
      '--no-typecheck',
      '--no-validate',
    ]);
    expect(complete('plimsoll', 'synth', '--color', 'a')).toEqual(['always', 'auto']);
    expect(complete('plimsoll', 'synth', '-o', 'dep')).toEqual(['deploy']);
    expect(complete('plimsoll', 'completion', 'f')).toEqual(['fish']);
  });

  test.each(['bash', 'zsh', 'fish'] as const)('names every command and option in %s', (shell) => {
    const { code, stdout } = project.run(['completion', shell]);
    expect(code).toBe(0);
    for (const { name, options } of allCommands) {
      expect(stdout).toContain(name);
      for (const { flags } of options) expect(stdout).toContain(/--([\w-]+)/.exec(flags)?.[1]);
    }
  });

  test.each(['zsh', 'fish'] as const)('is a script that %s reads, where that is installed', (shell) => {
    const file = project.path(`completion.${shell}`);
    writeFileSync(file, completionScript(shell, allCommands));
    const { error, status } = spawnSync(shell, ['-n', file]);
    expect(error ? (error as NodeJS.ErrnoException).code : status).toBe(error ? 'ENOENT' : 0);
  });
});

describe('colours', () => {
  test.each([
    ['auto', true, {}, true],
    ['auto', false, {}, false],
    ['auto', true, { NO_COLOR: '1' }, false],
    ['auto', true, { NO_COLOR: '' }, true],
    ['auto', false, { FORCE_COLOR: '1' }, true],
    ['auto', true, { FORCE_COLOR: '0' }, false],
    ['auto', true, { TERM: 'dumb' }, false],
    ['auto', false, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['always', false, { NO_COLOR: '1' }, true],
    ['never', true, { FORCE_COLOR: '1' }, false],
  ] as const)('%s on a terminal (%s) with %j: %s', (choice, isTerminal, environment, isColored) => {
    expect(chooseStyles(choice, isTerminal, environment)).toBe(isColored ? terminalStyles : plainStyles);
  });
});
