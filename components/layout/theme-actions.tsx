'use client';

import { useTheme } from 'next-themes';
import { useActions } from '@/lib/stores/actions/use-actions';

/** Offers the themes to search and keys. */
export function ThemeActions() {
  const { setTheme } = useTheme();
  useActions({
    'theme-light': () => setTheme('light'),
    'theme-dark': () => setTheme('dark'),
    'theme-system': () => setTheme('system'),
  });
  return null;
}
