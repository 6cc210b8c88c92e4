import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{app,components,lib,scripts}/**/*.test.{ts,tsx}'],
    // Each file of an engine's tests starts interpreters: more of them at once only wait for each other.
    maxWorkers: 2,
  },
});
