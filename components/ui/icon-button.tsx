import type { ComponentPropsWithRef } from 'react';
import { Button, type ButtonLook } from './button';
import { Icon } from './icon';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  readonly icon: Parameters<typeof Icon>[0]['of'];
  /** What it does; also shown when a pointer rests on it. */
  readonly name: string;
  readonly look?: ButtonLook;
  readonly size?: 'small' | 'regular';
}

/** A button without a word. Only for close, copy, more and the theme, which everybody knows. */
export function IconButton({
  icon,
  name,
  look = 'quiet',
  size = 'regular',
  className,
  ...props
}: IconButtonProps) {
  return (
    <Button
      {...props}
      look={look}
      size={size}
      aria-label={name}
      title={name}
      className={className === undefined ? 'button-icon' : `button-icon ${className}`}
    >
      <Icon of={icon} />
    </Button>
  );
}
