import { assertNever } from '../../util/assert-never';
import type { Equality } from '../equivalence/equality';
import type { OutcomeKind, RunError } from '../schema';
import { counted, duration, whole } from '../view/figures';
import type { Difference, Proof, Verdict } from './proof';

/** A proof in words: what came of it, whether all is as it was, and what else changed. Full sentences. */
export interface SaidProof {
  /** "1 statement, was 21." or "Not safe here: 2 rows differ." */
  readonly lead: string;
  /** "Same 20 rows."; empty where the lead says it. */
  readonly rest: string;
  /** "20 rows read, was 40. In SQLite 98 µs, was 612 µs." */
  readonly figures: string;
}

/** Says what a fix came to. */
export function sayProof(proof: Proof): SaidProof {
  const { before, after, verdict } = proof;
  const count = `${counted(after.statements, 'statement')}, was ${whole(before.statements)}.`;
  const figures = figuresOf(proof);
  switch (verdict.kind) {
    case 'equal': {
      const transactions =
        before.transactions === after.transactions
          ? ''
          : `${counted(after.transactions, 'transaction')}, was ${whole(before.transactions)}. `;
      return { lead: count, rest: `${transactions}${sayEqual(verdict)}`, figures };
    }
    case 'different':
      return { lead: `Not safe here: ${sayDifference(verdict.what)}.`, rest: count, figures };
    case 'ended':
      return { lead: `Not safe here: ${sayEnd(verdict.how, verdict.error)}.`, rest: '', figures: '' };
    default:
      return assertNever(verdict);
  }
}

function figuresOf({ before, after }: Proof): string {
  const parts = [
    `In SQLite ${duration(after.sqliteUs)}, was ${duration(before.sqliteUs)}.`,
    `In all ${duration(after.totalUs)}, was ${duration(before.totalUs)}.`,
  ];
  if (before.rows > 0 || after.rows > 0)
    parts.unshift(`${counted(after.rows, 'row')} read, was ${whole(before.rows)}.`);
  return parts.join(' ');
}

function sayEqual({ value, hasWritten }: Extract<Verdict, { kind: 'equal' }>): string {
  const tables = 'All tables are the same.';
  const values = 'All values are the same.';
  switch (value.kind) {
    case 'same': {
      const what =
        value.unit === 'value'
          ? 'Same value.'
          : `Same ${value.extent === 'first' ? 'first ' : ''}${counted(value.count, 'row')}.`;
      return hasWritten ? `${what} ${tables}` : what;
    }
    case 'compared-as-text':
      return hasWritten ? `Same value. ${tables}` : 'Same value.';
    default:
      return hasWritten ? tables : values;
  }
}

function sayDifference(what: Difference): string {
  switch (what.kind) {
    case 'value':
      return `${placeOf(what.cell)}${sayDifferentValue(what.equality)}`;
    case 'output':
      return `${placeOf(what.cell)}what is printed differs`;
    case 'table':
      return `${counted(what.rows, 'row')} of the table ${what.table} ${what.rows === 1 ? 'differs' : 'differ'}`;
    default:
      return assertNever(what);
  }
}

function placeOf(cell: string | null): string {
  if (cell === null) return '';
  return cell === '' ? 'in another cell ' : `in “${cell}” `;
}

function sayDifferentValue(equality: Equality): string {
  switch (equality.kind) {
    case 'different': {
      if (equality.unit === 'value') return 'the value differs';
      const rows = Math.max(equality.only.django, equality.only.sqlalchemy);
      return `${counted(rows, 'row')} ${rows === 1 ? 'differs' : 'differ'}`;
    }
    case 'other-order':
      return 'the rows come in another order';
    case 'other-types':
      return 'the values have other types';
    default:
      return 'the value differs';
  }
}

function sayEnd(how: OutcomeKind, error: RunError | null): string {
  switch (how) {
    case 'done':
      return 'the error that came before comes no more';
    case 'python-error': {
      const name = error?.type.split('.').at(-1) ?? 'an error';
      const span = error?.span;
      return `the code stops with ${name}${span === undefined ? '' : ` at line ${span.startLine} of ${span.file}`}`;
    }
    case 'timed-out':
      return 'the code reaches the time limit';
    case 'out-of-memory':
      return 'the code uses all the memory of a run';
    case 'crashed':
      return 'the interpreter dies';
    case 'stopped':
      return 'the run was stopped';
    default:
      return assertNever(how);
  }
}
