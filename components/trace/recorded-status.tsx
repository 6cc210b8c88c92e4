import { StatusLine } from '@/components/ui/status-line';
import type { Recording } from '@/lib/scenarios/types';
import { day } from '@/lib/trace/view/figures';

/** Says of a recorded run when it was recorded, and with which versions. */
export function RecordedStatus({ recording }: { readonly recording: Recording }) {
  const { django, sqlalchemy } = recording.trace.versions;
  return (
    <StatusLine mark="recorded" state="Recorded">
      {' '}
      <time dateTime={recording.recordedOn}>{day(recording.recordedOn)}</time>
      <span className="max-wide:hidden">
        {' '}
        with Django {django}, SQLAlchemy {sqlalchemy}
      </span>
    </StatusLine>
  );
}
