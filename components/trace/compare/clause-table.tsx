import clsx from 'clsx';
import Equal from 'lucide-react/icons/equal';
import EqualNot from 'lucide-react/icons/equal-not';
import type { ReactNode } from 'react';
import { ormClass } from '@/components/trace/names';
import { Icon } from '@/components/ui/icon';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import type { AlignedClause } from '@/lib/trace/alignment/alignment';
import { type ClauseHalf, halvesOf } from '@/lib/trace/alignment/clause-halves';
import type { ComparedTexts } from '@/lib/trace/alignment/compare-calls';
import { clauseName, sayClause } from '@/lib/trace/alignment/say-alignment';
import { slotValuesOf } from '@/lib/trace/view/slot-values';
import { ClauseText } from './clause-text';

interface ClauseTableProps {
  readonly pair: ComparedTexts;
  /** What it compares: "Call 2, clause by clause". */
  readonly label: string;
  /** Further rows, as the plans of both. */
  readonly children?: ReactNode;
}

/** Two statements clause by clause, Django's at the left; what differs is marked, and said in words. */
export function ClauseTable({ pair, label, children }: ClauseTableProps) {
  const { left, right, alignment } = pair;
  const values = { django: slotValuesOf(left), sqlalchemy: slotValuesOf(right) };
  return (
    <table className="clauses">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Clause</th>
          {ORMS.map((orm) => (
            <th key={orm} scope="col" className={ormClass(orm)}>
              <span className="orm-name">{ORM_NAMES[orm]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {alignment.kind === 'clauses' ? (
          alignment.clauses.map((clause) => {
            const halves = halvesOf(clause);
            return (
              <ClauseRow key={clause.name} clause={clause}>
                {(orm) => <ClauseText half={halves[orm]} values={values[orm]} />}
              </ClauseRow>
            );
          })
        ) : (
          <tr>
            <th scope="row">Text</th>
            {ORMS.map((orm) => (
              <Side key={orm} orm={orm}>
                <ClauseText half={wholeText(orm === 'django' ? left.sql : right.sql)} values={values[orm]} />
              </Side>
            ))}
          </tr>
        )}
        {children}
      </tbody>
    </table>
  );
}

interface ClauseRowProps {
  readonly clause: AlignedClause;
  readonly children: (orm: Orm) => ReactNode;
}

function ClauseRow({ clause, children }: ClauseRowProps) {
  const { name, differs } = clause;
  return (
    <tr className={clsx(differs && 'clause-differs')}>
      <th scope="row">
        {clauseName(name)}
        <span className="clause-says">
          <Icon of={differs ? EqualNot : Equal} />
          {sayClause(clause, ORM_NAMES.django, ORM_NAMES.sqlalchemy)}
        </span>
      </th>
      {ORMS.map((orm) => (
        <Side key={orm} orm={orm}>
          {children(orm)}
        </Side>
      ))}
    </tr>
  );
}

/** What one side has of a row; where columns lie under each other, its name stands before it. */
export function Side({ orm, children }: { readonly orm: Orm; readonly children: ReactNode }) {
  return (
    <td className={ormClass(orm)}>
      <span className="orm-name clause-orm" aria-hidden="true">
        {ORM_NAMES[orm]}
      </span>
      {children}
    </td>
  );
}

function wholeText(sql: string): ClauseHalf {
  return { separator: null, parts: [{ kind: 'part', text: sql, slots: [], mark: 'none' }] };
}
