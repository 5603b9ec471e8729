import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsFile } from './describe-fields';

writeFileSync(join(__dirname, '../../src/api/fields.ts'), fieldsFile());
