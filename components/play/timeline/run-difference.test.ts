import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '@/lib/stores/runs/run';
import type { Workspace } from '@/lib/stores/workspace/workspace';
import type { Cell, Trace } from '@/lib/trace/schema';
import { statementWith } from '@/lib/trace/testing-statement';
import { changedLines, fileDifferences, sideDifference } from './run-difference';
import { sayValue } from './say-value';

const cell = (title: string, value: string | null, state: Cell['state'] = 'done'): Cell => ({
  title,
  startLine: 1,
  endLine: 2,
  value,
  valueType: 'list',
  stdout: '',
  state,
  durationUs: 0,
});
const trace = (cells: Cell[], sql: string[]): Trace => ({
  cells,
  calls: [],
  statements: sql.map((text, id) => statementWith({ id, sql: text, cell: 0, setup: false })),
  notices: [],
  timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
});
const work = (script: string): Workspace => ({
  origin: { kind: 'own' },
  name: 'x',
  files: { django: { 'script.py': script }, sqlalchemy: { 'script.py': 's' } },
  database: { kind: 'empty' },
});
const OPENED = work('');
const entry = (number: number, script: string, ran?: Trace): TimelineEntry => ({
  number,
  orms: ['django'],
  asked: {},
  ran: work(script),
  opened: OPENED,
  startedAt: 0,
  runs:
    ran === undefined
      ? {}
      : {
          django: {
            orm: 'django',
            number,
            upTo: null,
            ranAt: 0,
            wallMs: 0,
            versions: { python: '3', sqlite: '3', pyodide: '3', django: '6', sqlalchemy: '2', alembic: '1' },
            outcome: { kind: 'done', trace: ran },
          },
        },
});

const BEFORE = entry(
  1,
  'a\nb\n',
  trace([cell('Read', '[1, 2]'), cell('Gone', '3')], ['SELECT 1', 'SELECT 2', 'SELECT 2']),
);
const AFTER = entry(
  2,
  'a\nc\n',
  trace([cell('Read', '[1, 4]'), cell('Late', null, 'not-reached')], ['SELECT 1', 'SELECT 3']),
);

describe('two runs of a tab', () => {
  it('differ in the files that were changed, and in no others', () => {
    expect(fileDifferences(BEFORE, AFTER).map(({ orm, name }) => [orm, name])).toEqual([
      ['django', 'script.py'],
    ]);
    expect(changedLines(BEFORE, AFTER)).toBe(1);
    expect(changedLines(BEFORE, BEFORE)).toBe(0);
  });

  it('are set against each other cell by cell, by title', () => {
    const cells = sideDifference('django', BEFORE, AFTER)?.cells ?? [];
    expect(
      cells.map(({ title, before, after, value }) => [
        title,
        before?.statements ?? null,
        after?.statements ?? null,
        sayValue(value),
      ]),
    ).toEqual([
      ['Read', 3, 2, 'other rows: 1 gone, 1 new'],
      ['Gone', 0, null, null],
      ['Late', null, null, null],
    ]);
  });

  it('name the SQL that was sent another number of times', () => {
    expect(sideDifference('django', BEFORE, AFTER)?.statements).toEqual([
      { sql: 'SELECT 2', before: 2, after: 0 },
      { sql: 'SELECT 3', before: 0, after: 1 },
    ]);
  });

  it('have nothing in common where one of them did not run a side', () => {
    expect(sideDifference('sqlalchemy', BEFORE, AFTER)).toBeNull();
    expect(sideDifference('django', BEFORE, entry(3, 'a\n'))).toBeNull();
  });
});
