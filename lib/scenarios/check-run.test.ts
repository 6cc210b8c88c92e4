import { describe, expect, it } from 'vitest';
import type { Outcome, Statement } from '../trace/schema';
import { statementWith } from '../trace/testing-statement';
import { brokenPromises } from './check-run';
import { SideRun } from './side-run';
import { defineScenario, type ScenarioDefinition, type ScenarioRun } from './types';

function statement(sql: string, kind: Statement['kind']): Statement {
  return statementWith({ sql, kind });
}

function side(value: string, statements: Statement[], changes: Partial<Outcome> = {}): SideRun {
  return new SideRun({
    kind: 'done',
    trace: {
      cells: [
        {
          title: 'Read',
          startLine: 1,
          endLine: 1,
          value,
          valueType: 'int',
          stdout: '',
          state: 'done',
          durationUs: 0,
        },
      ],
      calls: [],
      statements,
      timing: { totalUs: 0, ormUs: 0, sqliteUs: 0, harnessUs: 0 },
      notices: [],
    },
    ...changes,
  });
}

function scenario(changes: Partial<ScenarioDefinition> = {}): ScenarioDefinition {
  return defineScenario({
    name: 'Reading',
    title: 'Reading sends one statement',
    summary: 'A read.',
    factors: ['pattern'],
    features: ['get'],
    level: 'beginner',
    dataset: null,
    cells: [{ title: 'Read', statements: { django: 1, sqlalchemy: 1 }, sameValue: true }],
    claims: [{ says: 'Django reads.', holds: ({ django }) => django.cell('Read').kinds('select') === 1 }],
    notice: () => ['It reads.'],
    ...changes,
  });
}

const SELECT = statement('SELECT 1', 'select');
const BEGIN = statement('BEGIN', 'begin');
const run: ScenarioRun = { django: side('1', [BEGIN, SELECT]), sqlalchemy: side('1', [SELECT]) };

describe('brokenPromises', () => {
  it('finds none where a run is as promised; BEGIN does not count', () => {
    expect(brokenPromises(scenario(), run)).toEqual([]);
  });

  it('tells another number of statements', () => {
    const twice = { ...run, sqlalchemy: side('1', [SELECT, SELECT]) };
    expect(brokenPromises(scenario(), twice)).toEqual(['"Read" sent 2 statements in SQLAlchemy, not 1.']);
  });

  it('tells other values, and equal ones that should differ', () => {
    const other = { ...run, sqlalchemy: side('2', [SELECT]) };
    expect(brokenPromises(scenario(), other)).toEqual([
      '"Read" came to 1 in Django ORM and 2 in SQLAlchemy.',
    ]);
    const differ = scenario({
      cells: [{ title: 'Read', statements: { django: 1, sqlalchemy: 1 }, sameValue: false }],
    });
    expect(brokenPromises(differ, run)).toEqual(['"Read" came to 1 in Django ORM and 1 in SQLAlchemy.']);
  });

  it('tells a claim that does not hold', () => {
    const claims = [
      { says: 'Django writes.', holds: ({ django }: ScenarioRun) => django.cell('Read').kinds('insert') > 0 },
    ];
    expect(brokenPromises(scenario({ claims }), run)).toEqual(['This does not hold: Django writes.']);
  });

  it('tells a run that failed, a notice, and a cell that is missing or too many', () => {
    const error = { type: 'NameError', message: "name 'Boook' is not defined", cell: 0, frames: [] };
    const failed = { ...run, django: side('1', [SELECT], { kind: 'python-error', error }) };
    expect(brokenPromises(scenario(), failed)).toEqual([
      "The run of Django ORM ended as python-error: NameError: name 'Boook' is not defined.",
    ]);
    run.django.outcome.trace.notices.push({ kind: 'unwitnessed', message: 'Not checked.' });
    expect(brokenPromises(scenario(), run)).toEqual(['Django ORM: Not checked.']);
    run.django.outcome.trace.notices.pop();
    const cells = [{ title: 'Write', statements: { django: 1, sqlalchemy: null }, sameValue: false }];
    expect(brokenPromises(scenario({ cells, claims: [] }), run)).toEqual([
      'The cells of Django ORM are Read; expected are Write.',
      'The cells of SQLAlchemy are Read; expected are .',
    ]);
  });
});

describe('columnsSet', () => {
  it.each([
    ['UPDATE "book" SET "title" = ?, "price" = ? WHERE "book"."id" = ?', 2],
    ['UPDATE book SET stock=(book.stock - ?) WHERE book.id = ?', 1],
    ['UPDATE "book" SET "stock" = ("book"."stock" - ?) WHERE "book"."id" = ? RETURNING "book"."stock"', 1],
  ])('counts those of %s', (sql, columns) => {
    expect(
      side('1', [statement(sql, 'update')])
        .cell('Read')
        .columnsSet(),
    ).toBe(columns);
  });

  it('says that there is no UPDATE', () => {
    expect(() => side('1', [SELECT]).cell('Read').columnsSet()).toThrow('The cell "Read" sent no UPDATE.');
    expect(() => side('1', []).cell('Other')).toThrow('This run has no cell "Other". Its cells are: Read.');
  });
});
