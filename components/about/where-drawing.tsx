import { ormClass } from '@/components/trace/names';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';

/** The parts that a tab is made of, and what each may do. */
export function WhereDrawing() {
  return (
    <figure className="where">
      <figcaption>Your tab: the page, and three workers beside it that cannot reach the network</figcaption>
      <div>
        <b>This page</b>
        <span>Shows code, SQL and rows; keeps your work in this browser.</span>
      </div>
      {ORMS.map((orm) => (
        <div key={orm} className={ormClass(orm)}>
          <b className="orm-name">{ORM_NAMES[orm]}</b>
          <span>
            A worker with CPython, SQLite and the ORM. It is given your files and gives back a trace.
          </span>
        </div>
      ))}
      <div>
        <b>SQLite for looking</b>
        <span>A worker that opens databases after a run, makes starting ones, and explains plans.</span>
      </div>
    </figure>
  );
}
