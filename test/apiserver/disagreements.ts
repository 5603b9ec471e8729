// `tsx test/apiserver/disagreements.ts [MINOR...]`: prints where the engine and the recorded verdicts of the API server differ.
import { kubernetesMinors } from '../../src/engine/index';
import type { KubernetesMinor } from '../../src/engine/index';
import { agreementOf } from './agreement';

const wanted = process.argv.slice(2) as KubernetesMinor[];
for (const minor of wanted.length > 0 ? wanted : kubernetesMinors) {
  for (const name of ['creates', 'updates'] as const) {
    const { cases, refused, warned, disagreements } = agreementOf(minor, name);
    const counts: Record<string, number> = {};
    for (const { differences } of disagreements) {
      for (const difference of differences) counts[difference] = (counts[difference] ?? 0) + 1;
    }
    for (const one of disagreements) console.log(JSON.stringify({ minor, name, ...one }));
    const found = `${refused} refused, ${warned} with warnings`;
    console.error(`Kubernetes ${minor}, ${name}: ${cases} (${found}); differences: ${JSON.stringify(counts)}`);
  }
}
