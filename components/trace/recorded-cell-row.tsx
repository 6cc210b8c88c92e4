import { ORM_NAMES, ORMS, type Orm } from '@/lib/orm/orm';
import { isWritable } from '@/lib/trace/findings/fixes';
import { codeLines } from '@/lib/trace/view/code-view';
import { counterpartsOf } from '@/lib/trace/view/counterparts';
import { counted } from '@/lib/trace/view/figures';
import { pythonTimesOf } from '@/lib/trace/view/python-times';
import { CellOutput } from './cell-output';
import { CellRow, CellSide } from './cell-row';
import { CellValue } from './cell-value';
import { CodeBlock } from './code-block';
import { RecordedComparisons } from './compare/recorded-comparisons';
import { EqualityLine } from './equality-line';
import { ErrorBlock } from './error-block';
import { FindingLine } from './finding-line';
import { findingName } from './finding-words';
import { FixLink } from './fix-link';
import type { CellPlace } from './names';
import { NotThere } from './not-there';
import type { RecordedCell, RecordedRow } from './read-recorded';
import { StatementList } from './statement-list';

interface RecordedCellRowProps {
  readonly row: RecordedRow;
  readonly id?: string;
  /** Slug of its scenario: where a finding can be mended. */
  readonly slug: string;
}

/** A row of a recorded run, all of it in the page's HTML. */
export function RecordedCellRow({ row, id, slug }: RecordedCellRowProps) {
  const { title, cells, equality } = row;
  const { django, sqlalchemy } = cells;
  const fewer =
    django && sqlalchemy && sayFewer(django.view.counts.statements, sqlalchemy.view.counts.statements);
  return (
    <CellRow
      title={title === '' ? null : title}
      {...(id === undefined ? {} : { id })}
      equality={django && sqlalchemy && <EqualityLine equality={equality}>{fewer}</EqualityLine>}
      footer={
        django && sqlalchemy && <RecordedComparisons django={django.view} sqlalchemy={sqlalchemy.view} />
      }
    >
      {ORMS.map((orm) => {
        const cell = cells[orm];
        return cell === null ? (
          <Missing key={orm} orm={orm} title={title} />
        ) : (
          <RecordedSideCell
            key={orm}
            cell={cell}
            other={orm === 'django' ? sqlalchemy : django}
            title={title}
            slug={slug}
          />
        );
      })}
    </CellRow>
  );
}

function RecordedSideCell({
  cell: { side, code, view, findings },
  other,
  title,
  slug,
}: {
  readonly cell: RecordedCell;
  readonly other: RecordedCell | null;
  readonly title: string;
  readonly slug: string;
}) {
  const place: CellPlace = { orm: side.orm, cell: view.index };
  const name = `${title}, ${ORM_NAMES[side.orm]}`;
  const error = side.outcome.error?.cell === view.index ? side.outcome.error : undefined;
  return (
    <CellSide
      place={place}
      title={title}
      count={view.counts.statements}
      peers={other && { cell: other.view.index, calls: counterpartsOf(view, other.view) }}
      code={
        <CodeBlock
          lines={codeLines(code.body, code.bodyLine, view.calls)}
          place={place}
          label={`${name}, code`}
          errorLine={error?.span?.startLine ?? null}
        />
      }
      findings={
        <>
          {error !== undefined && <ErrorBlock error={error} />}
          {findings.map(({ kind, cause, statements, fix }) => (
            <FindingLine
              key={statements.join()}
              name={findingName(kind)}
              action={
                isWritable(fix) && <FixLink fix={fix} href={`/play/?scenario=${slug}&fix=${side.orm}`} />
              }
              advice={isWritable(fix) ? null : fix}
            >
              {cause}
            </FindingLine>
          ))}
        </>
      }
      statements={
        <StatementList
          items={view.items}
          label={`Statements of ${name}`}
          place={place}
          sources={side.files}
          longestUs={side.view.longestUs}
          pythonUs={pythonTimesOf(view.items)}
          isStatic
        />
      }
      output={view.cell !== null && <CellOutput cell={view.cell} />}
      value={view.cell !== null && <CellValue cell={view.cell} isStatic />}
    />
  );
}

function Missing({ orm, title }: { readonly orm: Orm; readonly title: string }) {
  const [other] = ORMS.filter((each) => each !== orm);
  return (
    <CellSide
      place={{ orm, cell: null }}
      title={title}
      count={null}
      code={<NotThere>Only in {other === undefined ? 'the other' : ORM_NAMES[other]}.</NotThere>}
    />
  );
}

/** How many statements one side sent fewer; nothing when both sent as many. */
function sayFewer(django: number, sqlalchemy: number): string {
  if (django === sqlalchemy) return `Both sent ${counted(django, 'statement')}.`;
  const [name, difference] =
    django < sqlalchemy ? ['Django', sqlalchemy - django] : ['SQLAlchemy', django - sqlalchemy];
  return `${name} sent ${counted(difference, 'statement')} fewer.`;
}
