import Link from 'next/link';

interface SiteFooterProps {
  readonly versions: { readonly django: string; readonly sqlalchemy: string; readonly sqlite: string };
}

/** What is at the end of every page: what ran, and where to read how. */
export function SiteFooter({ versions }: SiteFooterProps) {
  return (
    <footer className="mt-18 border-t border-line text-meta text-ink-3">
      <div className="page flex flex-wrap justify-between gap-x-8 gap-y-2 py-6">
        <p>
          ORM Pilot runs Django {versions.django} and SQLAlchemy {versions.sqlalchemy} on SQLite{' '}
          {versions.sqlite}, in this tab.
        </p>
        <ul className="flex flex-wrap gap-x-6 gap-y-2" data-print="never">
          <li>
            <Link href="/about/">About and limits</Link>
          </li>
          <li>
            <Link href="/about/#privacy">Privacy</Link>
          </li>
          <li>
            <Link href="/about/#licences">Licences</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
