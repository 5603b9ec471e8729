import type { Answer } from './answers';
import { askScenario, textOf } from './ask-scenarios';
import { kubectl } from './kubectl';
import { present, scenarios } from './scenarios';

/** Puts into a cluster what the scenarios take for given, and asks it about each. */
export async function askAll(minor: string, kubeconfig: string): Promise<readonly Answer[]> {
  const made = await kubectl(kubeconfig, ['apply', '--filename=-'], textOf(present));
  if (made.code !== 0) throw new Error(made.stderr);
  const answers: Answer[] = [];
  for (const scenario of scenarios) {
    const { calls, outcome } = await askScenario(scenario, minor, kubeconfig);
    console.log(`${minor} check --server, ${scenario.name}: ${JSON.stringify(outcome)}`);
    answers.push({ name: scenario.name, outcome, calls });
  }
  return answers;
}
