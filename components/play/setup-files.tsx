import { CellRow, CellSide } from '@/components/trace/cell-row';
import { CodeBlock } from '@/components/trace/code-block';
import { StatementList } from '@/components/trace/statement-list';
import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { codeLines } from '@/lib/trace/view/code-view';
import type { PlaySide } from './use-sides';

/** The set-up file of each side: read, not edited, and what really runs. */
export type SetupTexts = Readonly<Record<Orm, { readonly name: string; readonly text: string }>>;

interface SetupFilesProps {
  readonly texts: SetupTexts;
  readonly sides: Readonly<Record<Orm, PlaySide>>;
}

/** What each side starts with, and the statements that made its tables. */
export function SetupFiles({ texts, sides }: SetupFilesProps) {
  return (
    <CellRow title="Setup" level={2}>
      {ORMS.map((orm) => {
        const { view, files } = sides[orm];
        const place = { orm, cell: null };
        return (
          <CellSide
            key={orm}
            place={place}
            title={texts[orm].name}
            count={view?.setup.counts.statements ?? null}
            code={
              <CodeBlock
                lines={codeLines(texts[orm].text, 1, [])}
                place={place}
                label={`${texts[orm].name}, ${ORM_NAMES[orm]}, read only`}
              />
            }
            statements={
              view !== null && (
                <StatementList
                  items={view.setup.items}
                  label={`Statements of the setup, ${ORM_NAMES[orm]}`}
                  place={place}
                  sources={files}
                  longestUs={view.longestUs}
                  isStatic={false}
                />
              )
            }
          />
        );
      })}
    </CellRow>
  );
}
