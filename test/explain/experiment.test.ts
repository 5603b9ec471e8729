import { Experiment } from '../../src/explain/experiment';
import type { Change, Subject } from '../../src/explain/experiment';
import { textLineStep } from '../../src/explain/leaves';

interface Props {
  readonly image: string;
  readonly replicas?: number;
  readonly ports?: Readonly<Record<string, number>>;
  readonly args?: readonly string[];
  readonly notes?: string;
}

/** A construct of the test's own, of which the experiment knows nothing. */
function make({ args, image, notes, ports = {}, replicas }: Props, id: string, profile: string) {
  if (!/^[a-z/.]+:\d+$/.test(image)) throw new Error('a tag is a number here');
  return {
    kind: 'Deployment',
    metadata: { name: id },
    spec: {
      ...(replicas !== undefined && { replicas }),
      containers: [
        {
          name: id,
          image,
          args,
          ports: Object.entries(ports).map(([name, containerPort]) => ({ name, containerPort })),
        },
      ],
      ...(profile === 'restricted' && { securityContext: { runAsNonRoot: true } }),
    },
    ...(notes !== undefined && { data: { text: ['# always', notes, 'end'].join('\n') } }),
  };
}

function subject(props: Props): Subject {
  return {
    props,
    calls: [],
    render: ({ id = 'web', props: changed = props, scope = 'restricted' }: Change) =>
      make(changed as Props, id, scope as string),
    scope: [{ name: 'profile', scope: 'privileged' }],
  };
}

const experiment = new Experiment(
  subject({ image: 'shop/web:7', replicas: 3, ports: { http: 8080, admin: 9090 }, args: ['--verbose'], notes: 'mine' }),
);
const causeOf = (...path: readonly (string | number)[]) => experiment.causesOf(path)[0];
const container = ['spec', 'containers', 0] as const;

describe('an experiment finds', () => {
  test('the prop whose value a field has', () => {
    expect(causeOf('spec', 'replicas')).toMatchObject({ kind: 'prop', path: ['replicas'], isValue: true });
    expect(causeOf(...container, 'args', 0)).toMatchObject({ kind: 'prop', path: ['args', 0] });
  });

  test('the prop that a construct takes only in some form', () => {
    expect(causeOf(...container, 'image')).toMatchObject({ kind: 'prop', path: ['image'] });
  });

  test('the key that a field has for its value, and the value under it', () => {
    expect(causeOf(...container, 'ports', 1, 'name')).toMatchObject({ kind: 'prop', path: ['ports', 'admin'] });
    expect(causeOf(...container, 'ports', 1, 'containerPort')).toMatchObject({
      kind: 'prop',
      path: ['ports', 'admin'],
      isValue: true,
    });
  });

  test('what the parts of a field have in common', () => {
    expect(causeOf(...container, 'ports')).toMatchObject({ kind: 'prop', path: ['ports'] });
    expect(causeOf(...container, 'ports', 0)).toMatchObject({ kind: 'prop', path: ['ports', 'http'] });
    expect(causeOf(...container)).toEqual({ kind: 'construct' });
  });

  test('the id, the scope, and what is always so', () => {
    expect(causeOf('metadata', 'name')).toEqual({ kind: 'id' });
    expect(causeOf('spec', 'securityContext')).toEqual({ kind: 'scope', name: 'profile' });
    expect(causeOf('spec', 'securityContext', 'runAsNonRoot')).toEqual({ kind: 'scope', name: 'profile' });
    expect(causeOf('kind')).toEqual({ kind: 'construct' });
  });

  test('which line of a text comes from where', () => {
    const lines = ['# always', 'mine', 'end'];
    expect(causeOf('data', 'text', textLineStep(lines, 1))).toMatchObject({ kind: 'prop', path: ['notes'] });
    // It is there because of the notes, and says what the construct says.
    expect(causeOf('data', 'text', textLineStep(lines, 0))).toMatchObject({ path: ['notes'], changesValue: false });
  });

  test('a cause for what is not there', () => {
    expect(causeOf('status', 'phase')).toEqual({ kind: 'construct' });
  });
});

test('a construct that refuses every other value is explained by what it is without the prop', () => {
  const strict: Subject = {
    props: { mode: 'fast' },
    calls: [],
    render: ({ props = { mode: 'fast' } }) => {
      const { mode } = props as { readonly mode?: string };
      if (mode !== undefined && mode !== 'fast') throw new Error('no such mode');
      return mode === undefined ? {} : { strategy: 'parallel' };
    },
    scope: [],
  };
  expect(new Experiment(strict).causesOf(['strategy'])[0]).toMatchObject({ kind: 'prop', path: ['mode'] });
});

describe('what is called on a construct afterwards', () => {
  /** Replicas of its own choice unless a prop says so, and what `scale` and `label` make of it. */
  const scaled = new Experiment({
    props: { replicas: 3, paused: true },
    calls: [['app', 'web'], [9]],
    render: ({ calls = [['app', 'web'], [9]], props = { replicas: 3, paused: true } }) => {
      const { paused, replicas } = props as { readonly replicas?: number; readonly paused?: boolean };
      const [label, scale] = calls;
      return {
        labels: label ? { [label[0] as string]: label[1] } : {},
        spec: { replicas: scale ? scale[0] : replicas, paused },
        finalizers: [],
      };
    },
    scope: [],
  });

  test('is the call that set the field, and not the prop that it replaced', () => {
    expect(scaled.causesOf(['spec', 'replicas'])).toEqual([
      expect.objectContaining({ kind: 'call', call: 1, path: [0], isValue: true }),
      expect.objectContaining({ kind: 'call', call: 1, path: [] }),
    ]);
    expect(scaled.causesOf(['spec', 'paused'])[0]).toMatchObject({ kind: 'prop', path: ['paused'] });
  });

  test('is the word of the call that the field has', () => {
    expect(scaled.causesOf(['labels', 'app'])[0]).toMatchObject({ kind: 'call', call: 0, path: [1] });
    expect(scaled.causesOf(['labels'])[0]).toMatchObject({ kind: 'call', call: 0 });
  });

  test('does not make an empty list', () => {
    expect(scaled.causesOf(['finalizers'])).toEqual([{ kind: 'construct' }]);
  });
});

describe('nothing is claimed', () => {
  const fixed = (props: object, printed?: unknown): Experiment =>
    new Experiment({
      props,
      calls: [],
      render: ({ props: changed = props }) => {
        if (JSON.stringify(changed) !== JSON.stringify(props)) throw new Error('nothing else will do');
        return { ...props, always: 'so', metadata: { ...props } };
      },
      scope: [],
      printed,
    });

  test('of what is printed otherwise', () => {
    const experiment = fixed({ mode: 'fast' }, { mode: 'slow', always: 'so', added: { later: 1 } });
    expect(experiment.causesOf(['mode'])).toEqual([{ kind: 'unknown' }]);
    expect(experiment.causesOf(['added', 'later'])).toEqual([{ kind: 'unknown' }]);
    expect(experiment.causesOf(['added'])).toEqual([{ kind: 'unknown' }]);
    expect(experiment.causesOf(['always'])).toEqual([{ kind: 'construct' }]);
  });

  test('where several props have the value and none can be another', () => {
    expect(fixed({ one: 80 }).causesOf(['metadata', 'one'])[0]).toMatchObject({ kind: 'prop', path: ['one'] });
    expect(fixed({ one: 80, two: 80 }).causesOf(['metadata', 'one'])).toEqual([{ kind: 'unknown' }]);
  });
});
