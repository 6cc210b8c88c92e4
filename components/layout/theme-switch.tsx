'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { type Choice, Segmented } from '@/components/ui/segmented';

type Theme = 'system' | 'light' | 'dark';

const CHOICES: readonly Choice<Theme>[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light, dark, or what the system has. What was chosen before is only known in the browser. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const value = CHOICES.find((choice) => isInBrowser && choice.value === theme)?.value ?? 'system';
  return <Segmented legend="Theme" choices={CHOICES} value={value} onChange={setTheme} />;
}
