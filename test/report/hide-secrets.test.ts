import { hideSecrets } from '../../src/report/hide-secrets';

describe('manifests are shown without the values of Secrets', () => {
  test('line by line as they are', () => {
    const text = [
      'apiVersion: v1',
      'kind: ConfigMap',
      'data:',
      '  level: debug',
      '---',
      'apiVersion: v1',
      'kind: Secret',
      'metadata:',
      '  name: login',
      'stringData:',
      '  password: hunter2 # again',
      '  key: |',
      '    -----BEGIN PRIVATE KEY-----',
      '    MIIEvQ==',
      'type: Opaque',
    ].join('\n');
    expect(hideSecrets(text)).toBe(
      text
        .replace('hunter2 # again', '…')
        .replace('key: |', 'key: …')
        .replace('-----BEGIN PRIVATE KEY-----', '…')
        .replace('MIIEvQ==', '…'),
    );
  });

  test('with no line more than there are, where the first one begins a document', () => {
    expect(hideSecrets('---\nkind: Pod\n---\nkind: Secret\ndata:\n  a: Yg==\n')).toBe(
      '---\nkind: Pod\n---\nkind: Secret\ndata:\n  a: …\n',
    );
  });

  test('in lists, in other orders and in JSON', () => {
    const item = ['kind: List', 'items:', '- stringData:', '    password: hunter2', '  kind: Secret'].join('\n');
    for (const text of [item, '{"stringData": {"password": "hunter2"}, "kind": "Secret"}']) {
      expect(hideSecrets(text)).not.toContain('hunter2');
    }
  });

  test('where there are Secrets', () => {
    const text = 'kind: SealedSecret\nspec: {a: b}\n---\nkind: Deployment\nspec:\n  secretName: a';
    expect(hideSecrets(text)).toBe(text);
  });
});
