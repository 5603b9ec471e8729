import { EngineExit, Wasi } from '../../src/engine/wasi';

type Functions = Record<string, (...parameters: (number | bigint)[]) => number>;

function host(log?: (text: string) => void): { functions: Functions; view: DataView } {
  const wasi = new Wasi(log);
  const buffer = new ArrayBuffer(4096);
  wasi.attach({ buffer });
  const names = [
    'clock_time_get',
    'random_get',
    'fd_write',
    'poll_oneoff',
    'proc_exit',
    'path_open',
    'fd_read',
    'environ_sizes_get',
    'args_sizes_get',
  ];
  return { functions: wasi.imports(names) as Functions, view: new DataView(buffer) };
}

describe('the host of the engine', () => {
  test('gives no file, no environment and no connection', () => {
    const { functions, view } = host();
    expect(functions.path_open!(3, 0, 0, 0, 0, 0n, 0n, 0, 0)).not.toBe(0);
    expect(functions.fd_read!(0, 0, 0, 0)).not.toBe(0);
    expect(functions.environ_sizes_get!(0, 4)).toBe(0);
    expect([view.getUint32(0, true), view.getUint32(4, true)]).toEqual([0, 0]);
  });

  test('always has the same time and the same random numbers', () => {
    const [one, two] = [host(), host()].map(({ functions, view }) => {
      functions.clock_time_get!(0, 0n, 0);
      functions.random_get!(8, 32);
      return Buffer.from(view.buffer).toString('hex');
    });
    expect(one).toBe(two);
  });

  test('lets time pass only where it is waited for', () => {
    const { functions, view } = host();
    const now = (): bigint => {
      functions.clock_time_get!(0, 0n, 0);
      return view.getBigUint64(0, true);
    };
    const before = now();
    view.setBigUint64(128 + 24, 5_000n, true);
    functions.poll_oneoff!(128, 512, 1, 1024);
    expect(now() - before).toBe(5_000n);
    expect(view.getUint32(1024, true)).toBe(1);
  });

  test('hands what is printed to the log, and nowhere else', () => {
    const printed: string[] = [];
    const { functions, view } = host((text) => printed.push(text));
    Buffer.from(view.buffer).write('hello', 100);
    view.setUint32(0, 100, true);
    view.setUint32(4, 5, true);
    expect(functions.fd_write!(2, 0, 1, 8)).toBe(0);
    expect(functions.fd_write!(7, 0, 1, 8)).not.toBe(0);
    expect(printed).toEqual(['hello']);
  });

  test('does not let the engine end the process', () => {
    expect(() => host().functions.proc_exit!(2)).toThrow(EngineExit);
  });
});
