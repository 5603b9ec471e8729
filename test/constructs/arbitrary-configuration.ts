import fc from 'fast-check';
import { labelNameFlaw } from '../../src/values/name';
import { dataKeyFlaw } from '../../src/values/path';
import type { ConfigMapProps } from '../../src/constructs/config-map';
import type { SecretObjectProps } from '../../src/constructs/secret-props';

const word = (alphabet: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });

/** Names that any object can have. */
export const objectNames = word('abcxyz0189-', 30).filter((text) => labelNameFlaw(text) === undefined);

const keys = word('abcXYZ019._-', 12).filter((text) => dataKeyFlaw(text) === undefined);
const labels = fc.dictionary(word('abc', 5), word('abc', 5), { maxKeys: 2 });
const values = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 40 }));
const base64 = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64'));

/** Valid props of a ConfigMap, read from no files. */
export const configMapProps = fc
  .record(
    {
      data: fc.dictionary(keys, values, { maxKeys: 4 }),
      binaryData: fc.dictionary(keys, fc.oneof(base64, fc.uint8Array({ maxLength: 40 })), { maxKeys: 3 }),
      immutable: fc.boolean(),
      hashedName: fc.boolean(),
      labels,
      annotations: labels,
    },
    { requiredKeys: [] },
  )
  .filter(({ data = {}, binaryData = {} }) =>
    Object.keys(data).every((key) => !(key in binaryData)),
  ) as fc.Arbitrary<ConfigMapProps>;

const plainText = {
  because: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  more: fc.dictionary(keys, values, { maxKeys: 3 }),
};

/** The values without which each type of Secret is refused. */
const ownValues = {
  Opaque: {},
  'kubernetes.io/basic-auth': { username: 'shop' },
  'kubernetes.io/ssh-auth': { 'ssh-privatekey': 'key' },
  'kubernetes.io/tls': { 'tls.crt': 'certificate', 'tls.key': 'key' },
  'kubernetes.io/dockerconfigjson': { '.dockerconfigjson': '{"auths":{}}' },
  'kubernetes.io/dockercfg': { '.dockercfg': '{}' },
} as const;

/** Valid props of a Secret with values. */
export const secretProps = fc
  .record({
    ...plainText,
    type: fc.constantFrom(...(Object.keys(ownValues) as (keyof typeof ownValues)[])),
    immutable: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ because, more, type, immutable }) => ({
    type,
    immutable,
    plainText: { because, data: { ...more, ...ownValues[type] } },
  })) as fc.Arbitrary<SecretObjectProps>;
