import ArrowRight from 'lucide-react/icons/arrow-right';
import Link from 'next/link';
import { Icon } from '@/components/ui/icon';

export interface Door {
  readonly href: string;
  readonly name: string;
  /** The name where there is little room. */
  readonly short: string;
  /** What is behind it. */
  readonly leads: string;
}

/** The few ways on from the first page. */
export function Doors({ doors }: { readonly doors: readonly Door[] }) {
  return (
    <ul className="doors">
      {doors.map(({ href, name, short, leads }) => (
        <li key={href}>
          <Link href={href}>
            <b>
              <span className="door-name">{name}</span>
              <span className="door-short" aria-hidden="true">
                {short}
              </span>
            </b>
            <span className="door-leads">{leads}</span>
            <Icon of={ArrowRight} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
