import clsx from 'clsx';
import Link from 'next/link';
import type { ComponentPropsWithRef } from 'react';

/** `primary` is filled with ink: at most one of a page is. `quiet` has no border until it is pointed at. */
export type ButtonLook = 'primary' | 'plain' | 'quiet';

interface LookProps {
  readonly look?: ButtonLook;
  /** `small` stands within text of 14 px, `large` alone below a form. */
  readonly size?: 'small' | 'regular' | 'large';
}

/** A button; `type` is `button` unless said otherwise. */
export function Button({
  look = 'plain',
  size = 'regular',
  className,
  type = 'button',
  ...props
}: LookProps & ComponentPropsWithRef<'button'>) {
  return <button {...props} type={type} className={classesOf(look, size, className)} />;
}

/** A link that looks like a button, where pressing it leads somewhere else. */
export function ButtonLink({
  look = 'plain',
  size = 'regular',
  className,
  ...props
}: LookProps & ComponentPropsWithRef<typeof Link>) {
  return <Link {...props} className={classesOf(look, size, className)} />;
}

function classesOf(
  look: ButtonLook,
  size: NonNullable<LookProps['size']>,
  className: string | undefined,
): string {
  return clsx(
    'button',
    look !== 'plain' && `button-${look}`,
    size !== 'regular' && `button-${size}`,
    className,
  );
}
