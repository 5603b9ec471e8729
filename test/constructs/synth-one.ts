import { type ApiObject, App, Chart, type ChartProps, Yaml } from 'cdk8s';
import { PropsError } from '../../src/problems/props-error';

/** A chart of its own, in an app of its own. */
export function chart(props: ChartProps = {}): Chart {
  // Not `Testing.app()`, which makes a folder for each.
  return new Chart(new App(), 'test', props);
}

/** Whatever JSON can hold, to be looked into by a test. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

/** The object as it is rendered. */
export function rendered(object: ApiObject | undefined): Json {
  return object === undefined ? undefined : JSON.parse(JSON.stringify(object.toJson()));
}

/** What a chart prints. */
export function printed(of: Chart): string {
  return Yaml.stringify(...of.toJson());
}

/** The kinds of the objects of a chart, in order. */
export function kinds(of: Chart): readonly string[] {
  return of.toJson().map(({ kind }: { readonly kind: string }) => kind);
}

/** The message of the `PropsError` that a function throws. */
export function refusalOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof PropsError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}
