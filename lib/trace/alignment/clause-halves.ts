import type { Orm } from '../../orm/orm';
import { assertNever } from '../../util/assert-never';
import type { AlignedClause, ClauseName, Piece } from './alignment';

/** What one side has of a clause, as it is drawn beside the other's. */
export interface ClauseHalf {
  /** What stands between two parts; null: each has its own line. */
  readonly separator: string | null;
  /** Empty: this side has no such clause. */
  readonly parts: readonly HalfPart[];
}

export type HalfPart =
  | (Piece & {
      readonly kind: 'part';
      /** What of it differs from the other side. */
      readonly mark: 'none' | 'all' | 'join-kind';
    })
  /** So many parts that are the same on both sides, and are not shown. */
  | { readonly kind: 'same'; readonly count: number };

/** Parts alike in a row above which only the first are shown. */
const MOST_SAME = 6;
const SHOWN_SAME = 3;

/** Cuts a compared clause into its two sides; long runs of what is the same are counted, not shown. */
export function halvesOf({ name, parts }: AlignedClause): Readonly<Record<Orm, ClauseHalf>> {
  const left: HalfPart[] = [];
  const right: HalfPart[] = [];
  let run = 0;
  for (const [at, part] of parts.entries()) {
    switch (part.state) {
      case 'same': {
        run += 1;
        const length = run + restOfRun(parts, at);
        if (length > MOST_SAME && run > SHOWN_SAME) {
          if (run === length) {
            const hidden: HalfPart = { kind: 'same', count: length - SHOWN_SAME };
            left.push(hidden);
            right.push(hidden);
          }
          break;
        }
        left.push({ kind: 'part', ...part.left, mark: 'none' });
        right.push({ kind: 'part', ...part.right, mark: 'none' });
        break;
      }
      case 'changed': {
        const mark = part.isJoinKind ? 'join-kind' : 'all';
        left.push({ kind: 'part', ...part.left, mark });
        right.push({ kind: 'part', ...part.right, mark });
        break;
      }
      case 'only-left':
        left.push({ kind: 'part', ...part.left, mark: 'all' });
        break;
      case 'only-right':
        right.push({ kind: 'part', ...part.right, mark: 'all' });
        break;
      default:
        assertNever(part);
    }
    if (part.state !== 'same') run = 0;
  }
  const separator = separatorOf(name);
  return { django: { separator, parts: left }, sqlalchemy: { separator, parts: right } };
}

/** How many parts behind this one are the same without a break. */
function restOfRun(parts: AlignedClause['parts'], at: number): number {
  const end = parts.findIndex(({ state }, index) => index > at && state !== 'same');
  return (end === -1 ? parts.length : end) - at - 1;
}

function separatorOf(name: ClauseName): string | null {
  if (name === 'join') return null;
  return name === 'where' || name === 'having' ? ' AND ' : ', ';
}
