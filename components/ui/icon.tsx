import type Play from 'lucide-react/icons/play';

interface IconProps {
  readonly of: typeof Play;
  readonly className?: string;
}

/** An icon of 16 px that stands beside a word, and so has no name of its own. */
export function Icon({ of: Drawing, className }: IconProps) {
  return <Drawing size={16} strokeWidth={1.75} aria-hidden="true" className={className ?? 'shrink-0'} />;
}
