/** How one check ended. */
export interface StepResult {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'not run';
  readonly seconds: number;
}

/**
 * Checks in the order in which they are worth running: the quick ones first, the site before what needs
 * it. A check that is not named here comes last.
 */
const ORDER = [
  'test:types',
  'test:lint',
  'test:unused',
  'test:lint-python',
  'test:types-python',
  'test:python',
  'test:build',
  'test:unit',
  'test:native',
  'test:e2e',
];

/** What a check cannot do without. */
const NEEDS: Readonly<Record<string, string>> = { 'test:e2e': 'test:build' };

/**
 * Every `test:*` script, in order.
 *
 * @param scripts names of all npm scripts
 * @param wanted names to run, with or without `test:`; all when empty
 * @throws Error naming a wanted check that does not exist
 */
export function planOf(scripts: readonly string[], wanted: readonly string[] = []): string[] {
  const checks = scripts.filter((name) => name.startsWith('test:'));
  const asked = wanted.map((name) => (name.startsWith('test:') ? name : `test:${name}`));
  const unknown = asked.find((name) => !checks.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no check "${unknown}". There are: ${checks.join(', ')}.`);
  const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return checks
    .filter((name) => asked.length === 0 || asked.includes(name))
    .sort((one, other) => place(one) - place(other) || one.localeCompare(other, 'en'));
}

/** Whether a check can be run after these: what it needs did not fail. */
export function canRun(name: string, before: readonly StepResult[]): boolean {
  return !before.some((result) => result.name === NEEDS[name] && result.state !== 'passed');
}

/** The closing lines: each check with its time, then how many passed and failed. */
export function summaryOf(results: readonly StepResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, state, seconds }) =>
    `${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${state}`.trimEnd(),
  );
  const passed = results.filter(({ state }) => state === 'passed').length;
  return [...lines, '', `${passed} passed, ${results.length - passed} failed`].join('\n');
}
