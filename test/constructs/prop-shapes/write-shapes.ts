import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapesFile } from './describe-shapes';

writeFileSync(join(__dirname, '../../../src/constructs/shapes/prop-shapes.ts'), shapesFile());
