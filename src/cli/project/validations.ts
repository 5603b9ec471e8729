import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { OutputFile } from '../../output/output-file';
import type { Problem } from '../../problems/problem';
import { userHome } from '../../verdicts/cache-folder';
import { problem } from '../problem';
import { loadYaml } from './load-yaml';
import type { Settings, ValidationSettings } from './settings';
import { createValidationContext } from './validation-context';
import type { ValidationPlugin } from './validation-context';

/**
 * Runs the validation plugins of cdk8s.yaml, with the contract that cdk8s-cli has for them, on the files that are about
 * to be written. Nothing is installed: a plugin is taken from the project, or from where cdk8s-cli installed it.
 *
 * @param folder the project's folder, an absolute path
 * @param constructs which construct made the object of a name
 */
export async function validate(
  files: readonly OutputFile[],
  settings: Settings,
  folder: string,
  constructs: Readonly<Record<string, string>>,
): Promise<readonly Problem[]> {
  const listed = listValidations(settings.validations, folder);
  if (listed.problems.length > 0 || listed.validations.length === 0) return listed.problems;
  const written = mkdtempSync(join(tmpdir(), 'plimsoll-validate-'));
  try {
    const manifests = files.filter((file) => file.path.endsWith('.yaml')).map((file) => writeBelow(written, file));
    const problems: Problem[] = [];
    for (const validation of listed.validations) {
      problems.push(...(await runPlugin(validation, manifests, written, settings, folder, constructs)));
    }
    return problems;
  } finally {
    rmSync(written, { recursive: true, force: true });
  }
}

interface Listed {
  readonly validations: readonly ValidationSettings[];
  readonly problems: readonly Problem[];
}

function listValidations(validations: Settings['validations'], folder: string): Listed {
  if (typeof validations !== 'string') return { validations: validations ?? [], problems: [] };
  const refuse = (message: string, fix: string): Listed => ({
    validations: [],
    problems: [problem('PLM4031', { message, fix })],
  });
  if (/^https?:/.test(validations)) {
    return refuse(
      `\`validations\` is the address ${validations}, and a synth does not depend on the network.`,
      'Save the list to a file, and name that file in `validations`.',
    );
  }
  try {
    const { parse } = loadYaml(folder);
    const text = readFileSync(resolve(folder, validations.replace(/^file:(?:\/\/)?/, '')), 'utf8');
    return { validations: (parse(text) ?? []) as readonly ValidationSettings[], problems: [] };
  } catch (error) {
    return refuse(
      `\`validations\` names ${validations}, which cannot be read: ${(error as Error).message}`,
      'Correct the path.',
    );
  }
}

function writeBelow(folder: string, file: OutputFile): string {
  const path = join(folder, file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.text);
  return path;
}

async function runPlugin(
  validation: ValidationSettings,
  manifests: readonly string[],
  written: string,
  settings: Settings,
  folder: string,
  constructs: Readonly<Record<string, string>>,
): Promise<readonly Problem[]> {
  const title = `${validation.package}@${validation.version}`;
  const fail = (reason: string, fix?: string): readonly Problem[] => [
    problem('PLM4031', { message: `The validation plugin ${title} ${reason}.`, ...(fix !== undefined && { fix }) }),
  ];
  const file = findPlugin(validation, settings, folder);
  if (file === undefined) {
    const home = join(pluginsFolder(settings, folder), validation.package, validation.version);
    return fail('is not installed', `Run \`npm install --no-save --prefix ${home} ${title}\`.`);
  }
  try {
    const exported = createRequire(file)(file) as Record<string, new (properties: object) => Partial<ValidationPlugin>>;
    const Plugin = exported[validation.class];
    if (typeof Plugin !== 'function') return fail(`exports no class \`${validation.class}\``);
    const plugin = new Plugin(validation.properties ?? {});
    if (typeof plugin.validate !== 'function') return fail(`has a class \`${validation.class}\` without \`validate\``);
    const { context, violations } = createValidationContext(
      manifests,
      written,
      validation,
      constructs,
      loadYaml(folder),
    );
    await plugin.validate(context);
    return violations() ?? fail('has not submitted its report');
  } catch (error) {
    return fail(`failed: ${(error as Error).message}`);
  }
}

/** As cdk8s-cli: a path of the project, or an npm package; that is looked for in the project first. */
function findPlugin(validation: ValidationSettings, settings: Settings, folder: string): string | undefined {
  const { package: name, version } = validation;
  const isPath = name.startsWith('./') || name.startsWith('/');
  const homes = isPath ? [folder] : [folder, join(pluginsFolder(settings, folder), name, version)];
  for (const home of homes) {
    try {
      const find = createRequire(join(home, 'package.json'));
      const file = find.resolve(name);
      if (isPath || home !== folder || versionOf(name, find) === version) return file;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

function versionOf(name: string, find: NodeJS.Require): string | undefined {
  return (find(`${name}/package.json`) as { readonly version?: string }).version;
}

function pluginsFolder(settings: Settings, folder: string): string {
  return settings.pluginsDirectory ? resolve(folder, settings.pluginsDirectory) : join(userHome(), '.cdk8s', 'plugins');
}
