'use client';

import Search from 'lucide-react/icons/search';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import { useIsMac } from '@/components/ui/use-is-mac';
import { perform } from '@/lib/stores/actions/page-actions';

/** Opens search, and names the keys that do. */
export function SearchButton() {
  const isMac = useIsMac();
  return (
    <button
      type="button"
      className="button button-quiet site-search"
      aria-keyshortcuts="Control+K Meta+K"
      aria-haspopup="dialog"
      onClick={() => perform('search')}
    >
      <Icon of={Search} />
      <span className="site-search-words">Search</span>
      <span className="site-search-keys" aria-hidden="true">
        <Kbd>{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
      </span>
    </button>
  );
}
