// Rewrites the compiled lib/index.js so that each export loads its module when it is first asked for: whoever uses one
// construct does not pay for all of them. The names stay visible to `import { X } from`, because the line
// `exports.X = void 0`, which tools read, stays.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../lib/index.js', import.meta.url);
const eager = /^(?:var|const) (\w+) = require\("([^"]+)"\);\n/gm;
const getter =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm;
const namespace = /^exports\.(\w+) = __importStar\(require\("([^"]+)"\)\);$/gm;
const helpers = /^var __createBinding[\s\S]*?(?=^Object\.defineProperty\(exports, "__esModule")/m;
const code = readFileSync(file, 'utf8');
const modules = new Map([...code.matchAll(eager)].map(([, name, path]) => [name, path]));
const lazy = code
  .replace(eager, '')
  // Our own modules are what a namespace of them would be.
  .replace(helpers, '')
  .replace(namespace, (_all, name, path) => `lazy("${name}", () => require("${path}"));`)
  .replace(getter, (_all, name, from, member) => `lazy("${name}", () => require("${modules.get(from)}").${member});`);
if (modules.size === 0 || /_1\.|undefined|__import/.test(lazy)) {
  throw new Error('lib/index.js is not what the compiler used to write');
}
const helper = 'const lazy = (name, get) => Object.defineProperty(exports, name, { enumerable: true, get });\n';
writeFileSync(
  file,
  lazy.replace(/^exports\..*;$/m, (names) => `${names}\n${helper}`),
);
