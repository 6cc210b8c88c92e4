import { describe, expect, it } from 'vitest';
import type { EngineState } from '@/lib/runtime';
import type { FinishedRun, LiveRun } from '@/lib/stores/runs/run';
import type { Outcome, Statement, Trace, Versions } from '@/lib/trace/schema';
import { statementWith } from '@/lib/trace/testing-statement';
import { type StatusFacts, sayStatus, statusOf } from './run-status';

const VERSIONS: Versions = {
  python: '3.14',
  sqlite: '3.39',
  pyodide: '314',
  django: '6.1',
  sqlalchemy: '2.1',
  alembic: '1.20',
};
const RECORDING = { on: '2026-11-25', versions: VERSIONS };
const IDLE: EngineState = { kind: 'idle' };
const WORK = {
  origin: { kind: 'own' },
  name: 'x',
  files: { django: {}, sqlalchemy: {} },
  database: { kind: 'empty' },
} as const;

const trace = (...kinds: Statement['kind'][]): Trace => ({
  cells: [],
  calls: [],
  statements: kinds.map((kind) => statementWith({ kind })),
  notices: [],
  timing: { totalUs: 420_000, ormUs: 400_000, sqliteUs: 20_000, harnessUs: 0 },
});
const finished = (outcome: Partial<Outcome> = {}): FinishedRun => ({
  orm: 'django',
  number: 1,
  ran: WORK,
  upTo: null,
  ranAt: 5,
  wallMs: 1,
  image: null,
  states: [],
  versions: VERSIONS,
  outcome: { kind: 'done', trace: trace('select'), ...outcome },
});
const live = (phase: LiveRun['phase'], ...kinds: Statement['kind'][]): LiveRun => ({
  number: 2,
  ran: WORK,
  upTo: null,
  phase,
  trace: trace(...kinds),
});
const facts = (changes: Partial<StatusFacts> = {}): StatusFacts => ({
  engines: { django: IDLE, sqlalchemy: IDLE },
  live: { django: null, sqlalchemy: null },
  last: { django: null, sqlalchemy: null },
  failed: { django: null, sqlalchemy: null },
  held: { django: null, sqlalchemy: null },
  isEdited: false,
  recording: RECORDING,
  ...changes,
});
const said = (changes: Partial<StatusFacts>) => {
  const { lead, rest } = sayStatus(statusOf(facts(changes)));
  return `${lead}; ${rest}`;
};

describe('the run bar', () => {
  it('says what is recorded, and with what', () => {
    expect(said({})).toBe('Recorded; 25 Nov 2026 with Django 6.1, SQLAlchemy 2.1');
    expect(said({ recording: null })).toBe('Not run yet; ');
  });

  it('counts the bytes of a download while a run waits for the engines', () => {
    const waiting = { django: live('waiting'), sqlalchemy: null };
    const booting: EngineState = {
      kind: 'booting',
      step: 'download',
      progress: { receivedBytes: 8_200_000, totalBytes: 19_000_000 },
    };
    expect(said({ live: waiting, engines: { django: booting, sqlalchemy: IDLE } })).toBe(
      'Starting the engines; 8 of 19 MB',
    );
    expect(said({ live: waiting })).toBe('Starting the engines; ');
  });

  it('counts the statements of both sides while they run, no transaction control', () => {
    const both = {
      django: live('running', 'begin', 'insert', 'commit'),
      sqlalchemy: live('running', 'select'),
    };
    expect(said({ live: both, isEdited: true })).toBe('Running; 2 statements');
  });

  it('says how long a run took, and where the time went', () => {
    const last = { django: finished(), sqlalchemy: { ...finished(), orm: 'sqlalchemy' as const } };
    expect(said({ last })).toBe('Ran just now; 0.42 s: 0.40 Python, 0.02 SQLite');
    expect(said({ last, isEdited: true })).toBe('Edited since this run; ');
  });

  it('says why a live run waits', () => {
    const error = {
      type: 'SyntaxError',
      message: 'invalid syntax',
      cell: null,
      frames: [],
      span: { file: 'models.py', startLine: 4, startColumn: 0, endLine: 4, endColumn: 1 },
    };
    const held = { django: null, sqlalchemy: error };
    expect(said({ held, isEdited: true })).toBe(
      'Edited since this run; SQLAlchemy does not compile yet, line 4 of models.py',
    );
    expect(said({ held })).not.toContain('compile');
  });

  it.each<[Partial<Outcome>, string]>([
    [{ kind: 'timed-out' }, 'Django ORM reached its time limit after 1 statement'],
    [{ kind: 'stopped' }, 'Django ORM was stopped after 1 statement'],
    [{ kind: 'out-of-memory' }, 'Django ORM used all the memory of one run after 1 statement'],
    [{ kind: 'crashed' }, 'The interpreter of Django ORM died after 1 statement'],
    [
      { kind: 'python-error', error: { type: 'E', message: 'm', cell: null, frames: [] } },
      'Django ORM stopped with an error',
    ],
    [
      {
        kind: 'python-error',
        error: {
          type: 'E',
          message: 'm',
          cell: 0,
          frames: [],
          span: { file: 'script.py', startLine: 4, startColumn: 0, endLine: 4, endColumn: 1 },
        },
      },
      'Django ORM stopped at line 4 of script.py',
    ],
  ])('says how a run ended that did not end well: %j', (outcome, words) => {
    expect(said({ last: { django: finished(outcome), sqlalchemy: null } })).toBe(`${words}; `);
  });

  it("says our own failure before anything of the person's", () => {
    const failed = { django: { number: 3, error: new Error('Try again.') }, sqlalchemy: null };
    expect(said({ failed, last: { django: finished(), sqlalchemy: null }, isEdited: true })).toBe(
      'The engine failed; Try again.',
    );
  });
});
