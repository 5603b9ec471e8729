import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { credentialForm, isCredential } from './credentials';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Values of variables, of ConfigMaps and of arguments that look like credentials, by their form or by their name. */
export function plainCredential(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (node: number, field: Field, what: string): void => {
    problems.push(problemOf(context, { code: 'PLM7402', node, field: field.path, message: what }));
  };
  for (const { node, spec } of context.links.pods) {
    for (const container of [...spec.at('containers').items(), ...spec.at('initContainers').items()]) {
      for (const variable of container.at('env').items()) {
        const value = variable.at('value');
        const found = describe('The variable', variable.at('name').text, value.text);
        if (found !== undefined) add(node, value, found);
      }
      for (const argument of [...container.at('command').items(), ...container.at('args').items()]) {
        const [, name, value] = /^--?([\w.-]+)=(.+)$/s.exec(argument.text) ?? [undefined, '', argument.text];
        const found = describe('The argument', name, value);
        if (found !== undefined) add(node, argument, found);
      }
    }
  }
  context.manifests.forEach(({ identity, object }, node) => {
    if (identity.kind !== 'ConfigMap' || identity.apiVersion !== 'v1') return;
    for (const [key, field] of new Field(object).at('data').entries()) {
      const found = describe('The key', key, field.text);
      if (found !== undefined) add(node, field, found);
    }
  });
  return problems;
}

/** Says what was found and never shows it. */
function describe(what: string, name: string, value: string): string | undefined {
  const form = credentialForm(value);
  if (form !== undefined) return `${what}${name === '' ? '' : ` ${name}`} holds what looks like ${form}.`;
  return isCredential(name, value) ? `${what} ${name} holds what looks like a credential, in plain text.` : undefined;
}
