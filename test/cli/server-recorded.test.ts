import { chmodSync } from 'node:fs';
import { readAnswers } from '../apiserver/cluster/answers';
import { outcomeOf, textOf } from '../apiserver/cluster/ask-scenarios';
import { scenarios } from '../apiserver/cluster/scenarios';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

let project: Project;
afterEach(() => project.remove());

/** Stands for kubectl: says what the real one said to the same input. */
const replay = `#!/usr/bin/env node
const { readFileSync } = require('node:fs');
const input = readFileSync(0, 'utf8');
const call = JSON.parse(process.env.CALLS).find((it) => it.input === input);
if (call === undefined) { process.stderr.write('not recorded: ' + input); process.exit(9); }
process.stdout.write(call.stdout);
process.stderr.write(call.stderr);
process.exitCode = call.code;
`;

// What a real cluster answered to the real kubectl is kept; `npm run test:cluster` asks it anew.
describeWithEngine('plimsoll check --server says of a real cluster', () => {
  test.each(readAnswers())('$name', ({ calls, name, outcome }) => {
    const { args = [], context = 'admin', objects } = scenarios.find((it) => it.name === name)!;
    project = new Project({ 'objects.yaml': textOf(objects), 'bin/kubectl': replay });
    chmodSync(project.path('bin/kubectl'), 0o755);
    const target = args.includes('--kubernetes') ? [] : ['--kubernetes', '1.36'];
    const { code, stdout } = project.run(
      ['check', 'objects.yaml', '--server', '--context', context, '--json', ...target, ...args],
      { PATH: `${project.path('bin')}:${process.env.PATH}`, CALLS: JSON.stringify(calls) },
    );
    expect(outcomeOf(stdout, code ?? -1)).toEqual(outcome);
  });

  test('in every scenario', () => {
    project = new Project({});
    expect(readAnswers().map(({ name }) => name)).toEqual(scenarios.map(({ name }) => name));
  });
});
