import { expect, it } from 'vitest';
import { canRun, planOf, summaryOf } from './test-plan';

const scripts = [
  'build',
  'test',
  'test:e2e',
  'test:zebra',
  'test:unit',
  'test:build',
  'test:types',
  'test:ant',
];

it('runs every check, the known ones in their order, new ones after them', () => {
  expect(planOf(scripts)).toEqual([
    'test:types',
    'test:build',
    'test:unit',
    'test:e2e',
    'test:ant',
    'test:zebra',
  ]);
});

it('runs only those asked for, in their order, named either way', () => {
  expect(planOf(scripts, ['e2e', 'test:types'])).toEqual(['test:types', 'test:e2e']);
});

it('refuses a name that no check has', () => {
  expect(() => planOf(scripts, ['speed'])).toThrow('There is no check "test:speed"');
});

it('does not run a check whose need failed', () => {
  expect(canRun('test:e2e', [{ name: 'test:build', state: 'failed', seconds: 1 }])).toBe(false);
  expect(canRun('test:e2e', [{ name: 'test:build', state: 'passed', seconds: 1 }])).toBe(true);
  expect(canRun('test:e2e', [])).toBe(true);
});

it('counts what was not run as failed', () => {
  const summary = summaryOf([
    { name: 'test:build', state: 'failed', seconds: 12.34 },
    { name: 'test:e2e', state: 'not run', seconds: 0 },
    { name: 'test:unit', state: 'passed', seconds: 3 },
  ]);
  expect(summary.split('\n')).toEqual([
    'test:build    12.3 s  failed',
    'test:e2e       0.0 s  not run',
    'test:unit      3.0 s  passed',
    '',
    '1 passed, 2 failed',
  ]);
});
