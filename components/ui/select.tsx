import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentPropsWithRef } from 'react';
import { Icon } from './icon';

interface SelectProps extends ComponentPropsWithRef<'select'> {
  /** What is chosen, for who cannot see it. */
  readonly 'aria-label': string;
}

/** A choice of one among many: the browser's own list, which every keyboard and every phone knows. */
export function Select({ className, children, ...props }: SelectProps) {
  return (
    <span className={className === undefined ? 'select' : `select ${className}`}>
      <select {...props}>{children}</select>
      <Icon of={ChevronDown} className="select-mark" />
    </span>
  );
}
