'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** The pages of the first level, in the order of the bar. */
const PAGES = [
  { href: '/play/', name: 'Play' },
  { href: '/scenarios/', name: 'Scenarios' },
  { href: '/about/', name: 'About' },
] as const;

/** Links to the pages of the first level; the one that is open, or that the open page lies under, is marked. */
export function SiteNav({ className }: { readonly className: string }) {
  const path = usePathname();
  return (
    <ul className={className}>
      {PAGES.map(({ href, name }) => (
        <li key={href}>
          <Link href={href} aria-current={currentOf(path, href)}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function currentOf(path: string, href: string): 'page' | 'true' | undefined {
  const here = path.endsWith('/') ? path : `${path}/`;
  if (here === href) return 'page';
  return here.startsWith(href) ? 'true' : undefined;
}
