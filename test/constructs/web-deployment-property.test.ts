import fc from 'fast-check';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { names, webDeploymentProps } from './arbitrary-props';
import { chart, printed, rendered } from './synth-one';

test('whatever valid props there are, they are printed as they were given, and again the same', () => {
  fc.assert(
    fc.property(names, webDeploymentProps, (id, given) => {
      fc.pre(given.sidecars?.[id] === undefined);
      const target = chart();
      const web = new WebDeployment<string>(target, id, given);
      const { spec } = rendered(web.deployment);
      const container = spec.template.spec.containers[0];
      expect(container.image).toBe(given.image);
      expect((container.env ?? []).map(({ value }: { value: string }) => value)).toEqual(
        Object.values(given.env ?? {}).map(String),
      );
      expect(Object.fromEntries((container.ports ?? []).map((port: Port) => [port.name, port.containerPort]))).toEqual(
        given.ports ?? {},
      );
      expect(container.resources).toEqual(given.resources);
      expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
      expect(web.service === undefined).toBe(Object.keys(given.ports ?? {}).length === 0);
      expect(printed(target)).toBe(printed(target));
    }),
    { numRuns: 200 },
  );
});

interface Port {
  readonly name: string;
  readonly containerPort: number;
}
