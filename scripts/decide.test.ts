import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resultJsonSchema } from '../lib/decision/result-document';
import { ROOT } from '../lib/runtime/build/paths';
import { parseDecideArguments } from './decide-arguments';
import { DECISION_SCHEMA_OUTPUT } from './decision-schema-output';

const TEXT = '1.baaaaaaaaaaaaa.3214.-.-00';
const STARTS = 30_000;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a process of its own, with a text as its standard input. */
function decide(args: readonly string[], input = ''): Promise<Ended> {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const child = spawn(process.execPath, [tsx, join(ROOT, 'scripts', 'decide.ts'), ...args], { cwd: ROOT });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const LineSchema = z.union([
  z.object({ error: z.object({ kind: z.string(), message: z.string() }) }),
  z.object({ answers: z.string(), delta: z.number() }),
]);

describe('npm run decide', () => {
  it(
    'prints the result of one text',
    async () => {
      const { code, stdout, stderr } = await decide([TEXT]);
      expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 2 });
      expect(JSON.parse(stdout)).toMatchObject({
        answers: TEXT,
        delta: expect.closeTo(-63.828125, 9),
        nearestFlip: null,
      });
    },
    STARTS,
  );

  it(
    'prints why it refuses one, and fails',
    async () => {
      const { code, stdout } = await decide(['1.baaaa.3214.-.-00']);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ error: { kind: 'length' } });
    },
    STARTS,
  );

  it(
    'answers each line of the standard input by one line, also those it refuses',
    async () => {
      const { code, stdout } = await decide(
        ['--stdin'],
        `${TEXT}\r\n\nnonsense\n1.??????????????.1234.-.-00`,
      );
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => LineSchema.parse(JSON.parse(line)));
      expect(code).toBe(0);
      expect(lines.map((line) => ('error' in line ? line.error.kind : line.answers))).toEqual([
        TEXT,
        'empty',
        'version',
        '1.??????????????.1234.-.-00',
      ]);
    },
    STARTS,
  );
});

describe('its arguments', () => {
  it.each([
    [[TEXT], { kind: 'text', text: TEXT }],
    [['--stdin'], { kind: 'stdin' }],
    [['--help'], { kind: 'help' }],
  ])('%j are understood', (args, command) => {
    expect(parseDecideArguments(args)).toEqual(command);
  });

  it.each([
    [[], 'Say which answers'],
    [[TEXT, TEXT], 'Give one text'],
    [['--stdin', TEXT], 'not both'],
    [['--seed', '1'], '--seed'],
  ])('%j are wrong', (args, message) => {
    const command = parseDecideArguments(args);
    expect(command.kind === 'wrong' ? command.message : command.kind).toContain(message);
  });
});

it('publishes the schema of its results (else: npm run build:schema)', async () => {
  expect(await readFile(DECISION_SCHEMA_OUTPUT, 'utf8')).toBe(resultJsonSchema());
});
