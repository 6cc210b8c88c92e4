import type { Orm } from '@/lib/orm/orm';
import { changeOf, type FixRecord, type WantedFix } from '@/lib/stores/fixes/fix-record';
import type { Preferences } from '@/lib/stores/preferences';
import type { Finding } from '@/lib/trace/findings/finding';
import { fixIn, isWritable, type Manner, mannersOf } from '@/lib/trace/findings/fixes';
import { findingsOf } from '@/lib/trace/view/read-once';
import type { FixableSide } from './fixable-side';

/** What there is to look at in a cell whose result is of its very code. */
export function findingsAt(side: FixableSide, index: number): readonly Finding[] {
  const shown = side.cells[index];
  if (shown === undefined || shown.result === null || shown.freshness !== 'now') return [];
  const { trace, files, cell } = shown.result;
  return findingsOf(side.orm, trace, files).filter(({ place }) => place.cell === cell);
}

/** How the relations of a row are loaded by its fixes: the same way on both sides, so that neither gets the better one. */
export interface RowManner {
  /** The ways that both sides have; empty when nothing of the row has a choice. */
  readonly choices: readonly Manner[];
  readonly manner: Manner | null;
  /** Whether one side has a way that the other lacks: Django joins no collections. */
  readonly isBound: boolean;
}

/**
 * Decides how both sides of a row load relations.
 * @param findings of both cells
 * @param records of both cells: where one side is mended, the other is mended the same way
 * @param preferred what the person likes, where there is a choice
 */
export function rowManner(
  findings: readonly Finding[],
  records: readonly FixRecord[],
  preferred: Preferences['manner'],
): RowManner {
  const mended = records.find(({ state, fix }) => isInCode(state) && fix.kind === 'eager-load')?.fix;
  if (mended?.kind === 'eager-load')
    return { choices: [mended.manner], manner: mended.manner, isBound: false };
  const ways = findings.map(mannersOf).filter((own) => own.length > 0);
  const [first, ...others] = ways;
  if (first === undefined) return { choices: [], manner: null, isBound: false };
  const choices = first.filter((manner) => others.every((own) => own.includes(manner)));
  const usual = choices[0] ?? first[0] ?? null;
  const isBound = choices.length === 1 && ways.some((own) => own.length > 1);
  return { choices, manner: choices.find((manner) => manner === preferred) ?? usual, isBound };
}

/** Whether a fix stands in the code. */
function isInCode(state: FixRecord['state']): boolean {
  return state.kind !== 'undone' && changeOf(state) !== null;
}

/** The records of a cell. A cell may have moved: it is the one at its place if that has its title, else the first that has. */
export function recordsAt(
  records: readonly FixRecord[],
  { orm, cells, isPast }: FixableSide,
  index: number,
): readonly FixRecord[] {
  if (isPast) return [];
  const placeOf = ({ cell, title }: FixRecord): number =>
    cells[cell]?.code.title === title ? cell : cells.findIndex(({ code }) => code.title === title);
  return records.filter((record) => record.orm === orm && placeOf(record) === index);
}

/** The fix that is wanted when a finding's button is pressed; null where a program cannot try to write it. */
export function wantedFix(
  side: FixableSide,
  index: number,
  finding: Finding,
  manner: Manner | null,
): WantedFix | null {
  const shown = side.cells[index];
  const fix = fixIn(manner, finding);
  if (shown === undefined || shown.result === null || side.isPast || !isWritable(fix)) return null;
  const { files, trace } = shown.result;
  return { orm: side.orm, cell: index, title: shown.code.title, finding, fix, ran: { files, trace } };
}

/** One fix for each side of a row, of the same kind of finding on both; null where there is no such pair. */
export function wantedOfBoth(
  sides: Readonly<Record<Orm, FixableSide>>,
  cells: Readonly<Record<Orm, number | null>>,
  manner: Manner | null,
): readonly [WantedFix, WantedFix] | null {
  const of = (orm: Orm): readonly WantedFix[] => {
    const index = cells[orm];
    if (index === null) return [];
    return findingsAt(sides[orm], index).flatMap(
      (finding) => wantedFix(sides[orm], index, finding, manner) ?? [],
    );
  };
  const others = of('sqlalchemy');
  for (const one of of('django')) {
    const other = others.find(({ finding }) => finding.kind === one.finding.kind);
    if (other !== undefined) return [one, other];
  }
  return null;
}
