import { Dialog } from '@/components/ui/dialog';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import type { TimelineEntry } from '@/lib/stores/runs/run';
import { CodeDifference } from './code-difference';
import { CellsTable, StatementsTable } from './difference-tables';
import { fileDifferences, sideDifference } from './run-difference';

interface CompareDialogProps {
  readonly before: TimelineEntry;
  readonly after: TimelineEntry;
  readonly onClose: () => void;
}

/** Two runs set against each other: what was changed in the code, and what that changed. */
export function CompareDialog({ before, after, onClose }: CompareDialogProps) {
  const files = fileDifferences(before, after);
  const names = { before: `Run ${before.number}`, after: `Run ${after.number}` };
  return (
    <Dialog title={`${names.before} and run ${after.number}`} size="wide" onClose={onClose}>
      <div className="run-difference">
        <section aria-label="Code">
          <h3>Code</h3>
          {files.length === 0 && <p className="play-note">The code is the same.</p>}
          {files.map((file) => (
            <CodeDifference key={`${file.orm} ${file.name}`} file={file} />
          ))}
        </section>
        {ORMS.map((orm) => {
          const side = sideDifference(orm, before, after);
          return (
            <section key={orm} aria-label={ORM_NAMES[orm]}>
              <h3>{ORM_NAMES[orm]}</h3>
              {side === null ? (
                <p className="play-note">It did not run in both.</p>
              ) : (
                <>
                  <CellsTable side={side} names={names} />
                  <StatementsTable side={side} names={names} />
                </>
              )}
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
