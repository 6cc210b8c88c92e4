import type { Metadata } from 'next';
import Link from 'next/link';
import { listScenarios } from '@/lib/scenarios/load';

export const metadata: Metadata = { title: 'There is no page here' };

const EXAMPLES = 3;

export default async function NotFound() {
  const scenarios = (await listScenarios()).slice(0, EXAMPLES);
  return (
    <div className="page py-12">
      <h1>There is no page here.</h1>
      <p className="mt-2 max-w-prose text-lead text-ink-2">
        The address may have been cut on its way to you. Go to <Link href="/">the first page</Link>, or read
        an example:
      </p>
      <ul className="mt-6 max-w-prose border-t border-line">
        {scenarios.map(({ slug, name, title }) => (
          <li key={slug} className="border-b border-line py-3">
            <Link href={`/scenarios/${slug}/`} className="font-semibold">
              {name}
            </Link>
            <p className="text-meta text-ink-2">{title}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
