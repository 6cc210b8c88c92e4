import { join } from 'node:path';
import { ROOT } from '../lib/runtime/build/paths';

/** The published JSON Schema of a decision's result; committed. */
export const DECISION_SCHEMA_OUTPUT = join(ROOT, 'public', 'schema', 'decision-1.json');
