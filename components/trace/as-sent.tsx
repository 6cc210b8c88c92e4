import { Each } from '@/components/ui/each';
import type { Statement } from '@/lib/trace/schema';
import { duration, whole } from '@/lib/trace/view/figures';
import { timeOf } from '@/lib/trace/view/side-view';
import { RawText } from './raw-text';

interface AsSentProps {
  readonly statements: readonly [Statement, ...Statement[]];
  readonly pythonUs: ReadonlyMap<number, number> | undefined;
}

/** The text exactly as the driver got it, where the time went, and where it was sent from. */
export function AsSent({ statements, pythonUs }: AsSentProps) {
  const [first] = statements;
  const { sql, sqlLength, stack } = first;
  return (
    <>
      <RawText text={sql} />
      {sqlLength !== undefined && (
        <p className="statement-note">
          The statement had {whole(sqlLength)} characters, of which a run keeps the first {whole(sql.length)}.
        </p>
      )}
      <p className="statement-note">{timeWords(statements, pythonUs)}</p>
      {stack.length > 0 && (
        <ol className="statement-frames" aria-label="Sent by, innermost first">
          <Each of={stack}>
            {({ function: name, span }, index) => (
              <li>
                {index === 0 ? 'Sent by' : 'called by'} <code>{nameOf(name)}</code>, {span.file} line{' '}
                {span.startLine}
              </li>
            )}
          </Each>
        </ol>
      )}
    </>
  );
}

/** Python's part is the ORM's, the person's and the tracer's; a run does not tell these apart statement by statement. */
function timeWords(
  statements: readonly Statement[],
  pythonUs: ReadonlyMap<number, number> | undefined,
): string {
  const inSqlite = `${duration(timeOf(statements))} in SQLite`;
  const gaps = statements.flatMap(({ id }) => pythonUs?.get(id) ?? []);
  if (gaps.length === 0) return `${inSqlite}.`;
  const total = gaps.reduce((sum, us) => sum + us, 0);
  const where = statements.length > 1 ? 'before and between them' : 'since the statement before it';
  return `${inSqlite}; ${duration(total)} in Python ${where}: the ORM, the code, and the tracing.`;
}

function nameOf(name: string): string {
  return name === '<module>' ? 'the script' : name;
}
