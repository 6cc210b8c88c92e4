import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something that is folded away until it is asked for. Opens without scripts too. */
export function Disclosure({ summary, open = false, className, children }: DisclosureProps) {
  return (
    <details open={open} className={className === undefined ? 'disclosure' : `disclosure ${className}`}>
      <summary>
        <Icon of={ChevronRight} className="disclosure-mark" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
