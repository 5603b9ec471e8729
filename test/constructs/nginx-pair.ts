import { Testing } from 'cdk8s';
import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NginxWithBackendPodProps } from '../../src/constructs/nginx-with-backend-pod';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';

/** A backend of which nothing is special. */
export const backend = { image: 'ghcr.io/acme/shop:1.4.2', ports: { app: 8080 } } as const;

/** An object as the tests look at it. */
export interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: object; readonly annotations?: Record<string, string> };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests reach into any field
  readonly spec?: any;
  readonly data?: Record<string, string>;
}

/** The objects of a chart that `define` fills. */
export function render(define: (chart: Chart) => Construct | void): readonly Rendered[] {
  const chart = Testing.chart();
  define(chart);
  return Testing.synth(chart) as readonly Rendered[];
}

/** The Pod and the ConfigMap of a pair called `shop`. */
export function pairOf<Port extends string>(
  props: NginxWithBackendPodProps<Port>,
): { readonly pod: Rendered; readonly config?: string; readonly objects: readonly Rendered[] } {
  const objects = render((chart) => new NginxWithBackendPod(chart, 'shop', props));
  return {
    pod: objects.find(({ kind }) => kind === 'Pod')!,
    config: objects.find(({ kind }) => kind === 'ConfigMap')?.data?.['nginx.conf'],
    objects,
  };
}
