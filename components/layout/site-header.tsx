import MenuIcon from 'lucide-react/icons/menu';
import SunMoon from 'lucide-react/icons/sun-moon';
import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { SearchButton } from './search-button';
import { Sign } from './sign';
import { SiteNav } from './site-nav';
import { ThemeSwitch } from './theme-switch';

/** The bar at the top of every page. On a narrow screen its links are in a menu, which opens without scripts. */
export function SiteHeader() {
  return (
    <header className="site-header">
      <div className="site-bar">
        <Link href="/" className="site-name">
          <Sign />
          ORM Pilot
        </Link>
        <nav aria-label="Main" className="site-links">
          <SiteNav className="site-nav" />
        </nav>
        <span className="grow" />
        <SearchButton />
        <button
          type="button"
          popoverTarget="theme-menu"
          className="button button-quiet button-icon site-theme"
          aria-label="Theme"
          title="Theme"
        >
          <Icon of={SunMoon} />
        </button>
        <button type="button" popoverTarget="site-menu" className="button button-quiet site-menu-button">
          <Icon of={MenuIcon} />
          Menu
        </button>
      </div>
      <div id="theme-menu" popover="auto" className="site-popover">
        <ThemeSwitch />
      </div>
      <div id="site-menu" popover="auto" className="site-popover site-menu">
        <nav aria-label="Menu">
          <SiteNav className="site-menu-links" />
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  );
}
