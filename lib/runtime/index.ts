/** The only door to Python. Workers, files and messages behind it are nobody's business. */
export {
  type DatabaseState,
  DEFAULT_LIMITS,
  type Limits,
  type MissingState,
  type RunResult,
} from './contract';
export type { Engine, Program } from './engine';
export type { Boot, EngineState } from './engine-state';
export type { OnTrace } from './interpreter';
export { createRuntime, type Runtime } from './runtime';
export type { CheckAnswer } from './tools/check';
export type { DescribeAnswer, DescribedField, DescribedModel } from './tools/describe';
export { type Edit, type FixAnswer, type FixDetails, fixDetails } from './tools/fix';
export type { Problem } from './tools/problem';
export type { SkeletonAnswer } from './tools/skeleton';
export type { Answer, Answers, Code, Questions, Tool } from './tools/tools';
