// node hook.cjs TRANSFORMER FILE: runs a TypeScript file with a hook of `require` around one transformer, and nothing else.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const [, , name, file] = process.argv;
const load = Module.createRequire(join(process.env.BENCH_HOME ?? __dirname, 'x.js'));

/** Enough for this app; the transformers that leave `import` alone are not charged for more than this. */
const toCommonJs = (code) =>
  code
    .replace(/^import \{([^}]*)\} from (["'][^"']*["']);?/gm, 'const {$1} = require($2);')
    .replace(/^import type .*$/gm, '')
    .replace(/\bexport class (\w+)/g, 'exports.$1 = class $1');

const transformers = {
  'oxc-transform':
    ({ moduleRunnerTransformSync, transformSync }) =>
    (code, path) => {
      // Both passes, as the command makes them.
      const plain = transformSync(path, code, { sourcemap: true });
      moduleRunnerTransformSync(path.replace(/ts$/, 'js'), plain.code, { sourcemap: true });
      return toCommonJs(plain.code);
    },
  '@swc/core':
    ({ transformSync }) =>
    (code, path) =>
      transformSync(code, {
        filename: path,
        swcrc: false,
        configFile: false,
        sourceMaps: 'inline',
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      }).code,
  esbuild:
    ({ transformSync }) =>
    (code, path) =>
      transformSync(code, { sourcefile: path, loader: 'ts', format: 'cjs', sourcemap: 'inline' }).code,
  sucrase:
    ({ transform }) =>
    (code, path) =>
      transform(code, { transforms: ['typescript', 'imports'], filePath: path }).code,
  amaro:
    ({ transformSync }) =>
    (code, path) =>
      toCommonJs(transformSync(code, { mode: 'transform', sourceMap: true, filename: path }).code),
  typescript:
    ({ transpileModule }) =>
    (code, path) =>
      transpileModule(code, { fileName: path, compilerOptions: { module: 1, target: 9, inlineSourceMap: true } })
        .outputText,
};

if (name === 'jiti') {
  load('jiti')(__filename, { fsCache: false })(file);
} else if (name === 'compiled') {
  // What the app costs by itself: the code is in a cache that the first run fills.
  const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
  const cache = join(require('node:os').tmpdir(), 'plimsoll-bench-compiled');
  const cached = (path) => join(cache, path.replace(/\W/g, '_'));
  mkdirSync(cache, { recursive: true });
  Module._extensions['.ts'] = (module, path) => {
    if (!existsSync(cached(path))) {
      writeFileSync(
        cached(path),
        toCommonJs(load('oxc-transform').transformSync(path, readFileSync(path, 'utf8')).code),
      );
    }
    module._compile(readFileSync(cached(path), 'utf8'), path);
  };
  require(file);
} else {
  const transform = transformers[name](load(name));
  Module._extensions['.ts'] = (module, path) => module._compile(transform(readFileSync(path, 'utf8'), path), path);
  require(file);
}
