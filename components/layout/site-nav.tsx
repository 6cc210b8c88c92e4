'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { SITE_PAGES } from '@/lib/stores/actions/site-pages';

const PAGES = SITE_PAGES.filter(({ isInBar }) => isInBar);

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
