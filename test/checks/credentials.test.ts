import { credentialForm, isCredential, isPlaceholder } from '../../src/checks/credentials';

describe('what looks like a credential', () => {
  test.each([
    ['POSTGRES_PASSWORD', 'tr0ub4dor-and-3'],
    ['MYSQL_ROOT_PASSWORD', 'password'],
    ['dbPassword', 'hunter22'],
    ['API_KEY', 'sJ38sKw02mXq'],
    ['GITHUB_TOKEN', '9f86d081884c7d659a2feaa0c55ad015A'],
    ['client-secret', 'Zm9vYmFyYmF6'],
  ])('is %s with %s', (name, value) => {
    expect(isCredential(name, value)).toBe(true);
  });

  test.each([
    ['POSTGRES_PASSWORD', ''],
    ['POSTGRES_PASSWORD', 'changeme'],
    ['POSTGRES_PASSWORD', '${POSTGRES_PASSWORD}'],
    ['POSTGRES_PASSWORD', '$(POSTGRES_PASSWORD)'],
    ['POSTGRES_PASSWORD', '<password>'],
    ['POSTGRES_PASSWORD', '{{ .Values.password }}'],
    ['ALLOW_EMPTY_PASSWORD', 'yes'],
    ['POSTGRES_PASSWORD_FILE', '/run/secrets/password'],
    ['ADMIN_PASSWORD', '/run/secrets/password'],
    ['TLS_SECRET', 'shop-certificate'],
    ['MAX_TOKEN', '4096'],
    ['TOKEN', 'https://login.example.com/token'],
    ['COOKIE_SECRET', 'SECRET'],
    ['PWD', '/home/app'],
    ['KEYBOARD', 'Zm9vYmFyYmF6'],
    ['PASSWORD_POLICY', 'strict-with-12'],
    ['VAULT_TOKEN', 'vault:secret/data/shop#token'],
  ])('is not %s with %s', (name, value) => {
    expect(isCredential(name, value)).toBe(false);
  });

  test('is what has the form of one, whatever its name', () => {
    expect(credentialForm(`ghp_${'a1'.repeat(18)}`)).toBe('a token of GitHub');
    expect(credentialForm('-----BEGIN RSA PRIVATE KEY-----\nMII')).toBe('a private key');
    expect(credentialForm('AKIAABCDEFGHIJKLMNOP')).toBe('an access key of AWS');
    expect(credentialForm('AKIAIOSFODNN7EXAMPLE')).toBeUndefined();
    expect(credentialForm('postgres://shop:tr0ub4dor@db:5432/shop')).toBe('an address with a password');
    expect(credentialForm('postgres://shop:$(PASSWORD)@db:5432/shop')).toBeUndefined();
    expect(credentialForm('https://example.com/a:b@c')).toBeUndefined();
    expect(credentialForm('-----BEGIN CERTIFICATE-----')).toBeUndefined();
  });

  test('is no placeholder', () => {
    for (const value of ['', 'xxxx', 'REPLACE_ME', 'your-token-here', 'ENC[AES256_GCM,data:a]', '********']) {
      expect([value, isPlaceholder(value)]).toEqual([value, true]);
    }
    expect(isPlaceholder('s3cr3t')).toBe(false);
  });
});
