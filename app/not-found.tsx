import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'There is no page here' };

export default function NotFound() {
  return (
    <div className="page py-12">
      <h1>There is no page here.</h1>
      <p className="mt-2 max-w-prose text-lead text-ink-2">
        The address may have been cut on its way to you. If it came with code, ask for the file instead.
      </p>
      <p className="mt-6">
        <Link href="/">To the first page</Link>
      </p>
    </div>
  );
}
