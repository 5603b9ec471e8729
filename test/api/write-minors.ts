import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minorsFile } from './describe-minors';

writeFileSync(join(__dirname, '../../src/api/newer-fields.ts'), minorsFile());
