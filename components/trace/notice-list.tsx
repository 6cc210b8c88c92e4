import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Icon } from '@/components/ui/icon';
import { ORM_NAMES, type Orm } from '@/lib/orm/orm';
import type { Notice } from '@/lib/trace/schema';

interface NoticeListProps {
  readonly orm: Orm;
  readonly notices: readonly Notice[];
}

/** What a reader must know to read a trace rightly: limits that were reached, and what was left open. */
export function NoticeList({ orm, notices }: NoticeListProps) {
  if (notices.length === 0) return null;
  return (
    <ul className="notices" aria-label={`Notices, ${ORM_NAMES[orm]}`}>
      {notices.map(({ kind, message }) => (
        <li key={`${kind} ${message}`} className={kind === 'interference' ? 'notice-serious' : undefined}>
          <Icon of={TriangleAlert} className="notice-icon" />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
