/** A file of a `ConfigFolder`, to be read when a construct takes it. */
export class ConfigFile {
  /** What it stands for. */
  readonly reads = 'file';

  /** Use `ConfigFolder.file`. */
  constructor(
    readonly folder: string,
    readonly path: string,
  ) {}
}

/** What brings several keys at once, with those that are declared as types. */
export interface KeySource<Key extends string> {
  /** The keys that may be used by name. They must be there. */
  readonly declared: { readonly [Name in Key]?: true };
}

/** How the files of a folder become keys. */
export interface DirectoryOptions<Key extends string> {
  /**
   * Keys that may be used by name, as in `settings.key('nginx.conf')`. They must be there.
   * @default - none; all of them are files of `settings.files()`
   */
  readonly keys?: readonly Key[];
  /**
   * Whether folders in the folder are read too. The key of a file in one of them has `__` for each `/`: `conf.d/a.conf`
   * becomes `conf.d__a.conf`. `settings.paths` says which file is where: `settings.files({ items: settings.paths })`.
   * @default false
   */
  readonly recursive?: boolean;
  /**
   * Which files are taken, by their path in the folder with `/` between the parts.
   * @default - those of which no part begins with `.`
   */
  readonly include?: (path: string) => boolean;
}

/** Every file of a folder, to be read when a construct takes it. */
export class ConfigDirectory<Key extends string> implements KeySource<Key> {
  /** What it stands for. */
  readonly reads = 'directory';
  readonly declared: { readonly [Name in Key]?: true };

  /** Use `ConfigFolder.directory`. */
  constructor(
    readonly folder: string,
    readonly path: string,
    readonly options: DirectoryOptions<Key>,
  ) {
    this.declared = declare(options.keys);
  }
}

/** The lines of an env file, to be read when a construct takes it. */
export class ConfigEnvFile<Key extends string> implements KeySource<Key> {
  /** What it stands for. */
  readonly reads = 'env file';
  readonly declared: { readonly [Name in Key]?: true };

  /** Use `ConfigFolder.envFile`. */
  constructor(
    readonly folder: string,
    readonly path: string,
    keys: readonly Key[] | undefined,
  ) {
    this.declared = declare(keys);
  }
}

/**
 * A folder whose files may become keys of a ConfigMap. Nothing outside it is read: no path with `..`, no link that leads
 * out of it. Reading waits until a construct takes the file, so that a message names the construct.
 *
 * @example
 * const config = new ConfigFolder('config');
 * const settings = new ConfigMap(chart, 'settings', {
 *   data: { 'nginx.conf': config.file('nginx/nginx.conf') },
 *   from: [config.envFile('defaults.env', ['REGION'])],
 * });
 * settings.key('REGION');
 */
export class ConfigFolder {
  /**
   * @param path Path of the folder. A relative one starts at the working directory, which is that of `cdk8s.yaml` when
   * the app is run by `cdk8s synth` or `plimsoll synth`.
   */
  constructor(readonly path: string) {}

  /**
   * One file: as text, or in base64 when it is no UTF-8.
   *
   * @param path Path in the folder, without `..`.
   */
  file(path: string): ConfigFile {
    return new ConfigFile(this.path, path);
  }

  /**
   * Every file of a folder in the folder, by its name.
   *
   * @param path Path in the folder, without `..`. Default: the folder itself.
   */
  directory<const Key extends string = never>(
    path: string = '.',
    options: DirectoryOptions<Key> = {},
  ): ConfigDirectory<Key> {
    return new ConfigDirectory(this.path, path, options);
  }

  /**
   * A file with a line `NAME=value` for each key, read as `kubectl create configmap --from-env-file` reads it: what comes
   * after the first `=` is the value as it is, with its quotes and spaces; lines that are empty or begin with `#` say
   * nothing. A name without `=` is an error, because kubectl takes it from the environment.
   *
   * @param path Path in the folder, without `..`.
   * @param keys Keys that may be used by name. They must be there.
   */
  envFile<const Key extends string = never>(path: string, keys?: readonly Key[]): ConfigEnvFile<Key> {
    return new ConfigEnvFile(this.path, path, keys);
  }
}

function declare<Key extends string>(keys: readonly Key[] = []): { readonly [Name in Key]?: true } {
  return Object.fromEntries(keys.map((key) => [key, true])) as { readonly [Name in Key]?: true };
}
