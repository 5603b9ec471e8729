import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newerTypesFiles } from './describe-newer-types';

const { additions, fields, types } = newerTypesFiles();
writeFileSync(join(__dirname, '../../src/api/kubernetes-newer.ts'), types);
writeFileSync(join(__dirname, '../../src/api/newer-types.ts'), additions);
writeFileSync(join(__dirname, '../../src/api/later-fields.ts'), fields);
