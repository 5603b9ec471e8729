import { readRefusal } from '../../../src/cli/server/read-refusal';

test('takes the words of kubectl away, and names the field', () => {
  const said =
    'The Deployment "b" is invalid: \n* spec.replicas: Invalid value: -1: must be greater than or equal to 0\n';
  expect(readRefusal(said, false)).toEqual({
    reason: 'The Deployment "b" is invalid:\n* spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    field: 'spec.replicas',
  });
  const one = 'The ConfigMap "b" is invalid: data[a b]: Invalid value: "a b": no key\n';
  expect(readRefusal(one, false).field).toBe('data[a b]');
  const unknown =
    'Error from server (BadRequest): error when creating "STDIN": Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.foo"\n';
  expect(readRefusal(unknown, false)).toEqual({
    reason:
      'Error from server (BadRequest): Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.foo"',
    field: 'spec.foo',
  });
});

test('does not show the object that kubectl prints beside a refused update', () => {
  const said = `Warning: old
Error from server (Forbidden): error when applying patch:
{"data":{"password":"aHVudGVyMg=="},"metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{...aHVudGVyMg==}"}}}
to:
Resource: "/v1, Resource=secrets", GroupVersionKind: "/v1, Kind=Secret"
Name: "sealed", Namespace: "default"
for: "STDIN": error when patching "STDIN": admission webhook "keys.example.com" denied the request: no {"password":"aHVudGVyMg=="}
`;
  expect(readRefusal(said, true)).toEqual({
    reason: 'Error from server (Forbidden): admission webhook "keys.example.com" denied the request: no {...}',
  });
});

test('tells what is not there and what may not be asked from a refusal', () => {
  const because = (said: string): string | undefined => readRefusal(said, false).because;
  expect(because('Error from server (NotFound): error when creating "STDIN": namespaces "nowhere" not found')).toBe(
    'missing',
  );
  expect(
    because(
      'error: resource mapping not found for name: "a" namespace: "" from "STDIN": no matches for kind "Thing" in version "example.com/v1"',
    ),
  ).toBe('missing');
  expect(
    because(
      'Error from server (Forbidden): error when creating "STDIN": pods "p" is forbidden: error looking up service account a/b: serviceaccount "b" not found',
    ),
  ).toBe('missing');
  expect(
    because(
      'Error from server (Forbidden): error when creating "STDIN": configmaps is forbidden: User "stranger" cannot create resource "configmaps" in API group "" in the namespace "default"',
    ),
  ).toBe('forbidden');
  expect(
    because(
      'Error from server (Forbidden): error when creating "STDIN": pods "p" is forbidden: violates PodSecurity "restricted:latest"',
    ),
  ).toBeUndefined();
});

test('has something to say where kubectl has not', () => {
  expect(readRefusal('\n', false)).toEqual({ reason: 'kubectl ended with an error and said nothing' });
});
