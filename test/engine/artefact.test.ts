import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubernetesMinors, openEngine } from '../../src/engine';
import { builtEngines } from '../../src/engine/artefact';
import { pod } from './objects';

const megabyte = 1e6;

/** What an engine may weigh, image included. */
const gates = { '1.27': { raw: 38, packed: 6.6 }, '1.36': { raw: 41, packed: 7.2 } };

describe('the engines on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engines-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(kubernetesMinors)('%s stays below its size', (minor) => {
    const { image } = JSON.parse(readFileSync(join(builtEngines(), minor, 'build-env.json'), 'utf8'));
    expect(statSync(join(builtEngines(), minor, image.file)).size).toBe(image.bytes);
    expect(image.bytes / megabyte).toBeLessThanOrEqual(gates[minor].packed);
    expect(image.rawBytes / megabyte).toBeLessThanOrEqual(gates[minor].raw);
  });

  test.each(kubernetesMinors)('%s says what it is made of, and under which licences', (minor) => {
    const record = JSON.parse(readFileSync(join(builtEngines(), minor, 'build-env.json'), 'utf8'));
    expect(record).toMatchObject({
      kubernetes: expect.stringMatching(new RegExp(`^${minor}\\.\\d+$`, 'u')),
      go: expect.stringMatching(/^go1\./u),
    });
    const licences = readFileSync(join(builtEngines(), minor, 'THIRD_PARTY.txt'), 'utf8');
    for (const [path, version] of Object.entries(record.modules))
      expect(licences).toContain(`\n${path} ${String(version)}\n`);
    expect(licences).toContain('The Go standard library');
  });

  test('opening costs nothing and loads nothing, and tells its hash', () => {
    expect(openEngine({ kubernetes: '1.27' }).sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('a minor that cannot be had', () => {
    expect(() => openEngine({ kubernetes: '1.9' as '1.27' })).toThrow(
      'There is no engine for Kubernetes "1.9": 1.27 and 1.36 can be had.',
    );
  });

  test('an engine that is not built', () => {
    expect(() => openEngine({ kubernetes: '1.27', folder })).toThrow('npm run build:engine');
  });

  test('an engine that somebody changed is not loaded', () => {
    cpSync(join(builtEngines(), '1.27', 'build-env.json'), join(folder, '1.27', 'build-env.json'));
    writeFileSync(join(folder, '1.27', 'engine.wasm.gz'), 'something else');
    expect(() => openEngine({ kubernetes: '1.27', folder }).review({ operation: 'create', object: pod() })).toThrow(
      'is not the engine that was built',
    );
  });

  test('a closed engine', () => {
    const engine = openEngine({ kubernetes: '1.27' });
    engine.close();
    expect(() => engine.review({ operation: 'create', object: pod() })).toThrow('closed');
  });
});
