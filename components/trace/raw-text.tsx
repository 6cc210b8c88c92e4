'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { whole } from '@/lib/trace/view/figures';

/** Characters that are drawn at once: more of one text without a break keeps a browser busy. */
const SHOWN = 10_000;

/** A text as it is; a very long one from its beginning, as far as it is asked for. */
export function RawText({ text }: { readonly text: string }) {
  const [shown, setShown] = useState(SHOWN);
  const isCut = shown < text.length;
  return (
    <>
      <pre className="statement-raw">{isCut ? text.slice(0, shown) : text}</pre>
      {isCut && (
        <p className="statement-note">
          The first {whole(shown)} of {whole(text.length)} characters.{' '}
          <Button size="small" onClick={() => setShown(text.length)}>
            Show all
          </Button>
        </p>
      )}
    </>
  );
}
