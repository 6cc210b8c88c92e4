/** The only door to Python. Workers, files and messages behind it are nobody's business. */
export { DEFAULT_LIMITS, type Limits, type RunResult } from './contract';
export type { Engine, Program } from './engine';
export type { Boot, EngineState } from './engine-state';
export type { OnTrace } from './interpreter';
export { createRuntime, type Runtime } from './runtime';
