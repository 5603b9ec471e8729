import { Engine } from '../../src/engine/engine';
import { wasm } from '../../src/engine/webassembly';

/** A module with what an engine has, whose `review` stops at once. */
const broken = Buffer.from(
  [
    '0061736d01000000', // WebAssembly, version 1
    '010a0260017f017f6000017f', // the types of the functions
    '0303020001', // two functions
    '0503010001', // a page of memory
    '071d03066d656d6f7279020007726573657276650000067265766965770001', // their names
    '0a0b0205004180080b0300000b', // what they do
  ].join(''),
  'hex',
);

test('an engine that stops says so about that object, and another instance is asked about the next one', () => {
  let compiled = 0;
  const compile = (): InstanceType<typeof wasm.Module> => {
    compiled += 1;
    return new wasm.Module(new Uint8Array(broken));
  };
  const engine = new Engine({ folder: '', sha256: '', compile }, { kubernetes: '1.27' });
  const review = { judged: false, allowed: false, reason: 'the engine failed on this object', failure: 'unreachable' };
  expect(engine.review({ operation: 'create', object: {} })).toMatchObject(review);
  expect(engine.review({ operation: 'create', object: {} })).toMatchObject(review);
  expect(compiled).toBe(1);
});
