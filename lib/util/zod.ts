import { config } from 'zod';

/**
 * Zod as pages may load it, to be imported as `import * as z`: so a page gets only those parts that it uses.
 *
 * The Content-Security-Policy forbids compiling code from strings, which zod tries as soon as a schema is
 * made, and browsers report. The setting must therefore stand before the first schema.
 */
config({ jitless: true });

export * from 'zod';
