'use client';

import { Button } from '@/components/ui/button';

interface ErrorPageProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

/** What is shown in place of a page that broke while it was drawn. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="page py-12" role="alert">
      <h1>This page broke.</h1>
      <p className="mt-2 max-w-prose text-lead text-ink-2">
        It is our mistake, not yours. Code that you had written is kept in this browser. Try again; if it
        repeats, report these words:
      </p>
      <p className="mt-4 max-w-prose rounded-control bg-sunken px-4 py-2 [overflow-wrap:anywhere]">
        <code>
          {error.name}: {error.message}
        </code>
      </p>
      <p className="mt-6">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
      </p>
    </div>
  );
}
