import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TRACE_SCHEMA_OUTPUT } from './paths';
import { traceJsonSchema } from './trace-schema';

await mkdir(dirname(TRACE_SCHEMA_OUTPUT), { recursive: true });
await writeFile(TRACE_SCHEMA_OUTPUT, traceJsonSchema());
