import Link from 'next/link';
import { StripPair } from './strip-pair';
import type { Surprise } from './surprises';

/** Runs that surprise, side by side. */
export function SurpriseList({ surprises }: { readonly surprises: readonly Surprise[] }) {
  return (
    <ul className="surprises">
      {surprises.map(({ slug, name, says, sides }) => (
        <li key={slug}>
          <p>{says}</p>
          <StripPair sides={sides} />
          <Link href={`/scenarios/${slug}/`} className="text-meta">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
