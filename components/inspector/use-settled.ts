'use client';

import { useEffect, useState } from 'react';

/** A pause in typing, in ms. */
const PAUSE_MS = 250;

/** A text as it is after a pause in typing. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
