import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { TRACE_SCHEMA_OUTPUT } from './paths';
import { traceJsonSchema } from './trace-schema';

it('publishes the schema that traces are checked by (else: npm run build:schema)', async () => {
  expect(await readFile(TRACE_SCHEMA_OUTPUT, 'utf8')).toBe(traceJsonSchema());
});
