import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resultJsonSchema } from '../lib/decision/result-document';
import { DECISION_SCHEMA_OUTPUT } from './decision-schema-output';

await mkdir(dirname(DECISION_SCHEMA_OUTPUT), { recursive: true });
await writeFile(DECISION_SCHEMA_OUTPUT, resultJsonSchema());
