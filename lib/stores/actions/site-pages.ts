/** A page of the site that search and the bar lead to. */
export interface SitePage {
  readonly href: string;
  readonly name: string;
  /** Whether the bar has it. */
  readonly isInBar: boolean;
  /** Other words by which somebody may look for it. */
  readonly also?: string;
}

/** The pages, those of the bar in its order. Examples have their own list. */
export const SITE_PAGES: readonly SitePage[] = [
  { href: '/', name: 'Home', isInBar: false, also: 'first page start' },
  { href: '/play/', name: 'Play', isInBar: true, also: 'run code editor' },
  { href: '/scenarios/', name: 'Scenarios', isInBar: true, also: 'examples list' },
  { href: '/about/', name: 'About', isInBar: true, also: 'limits versions how it works' },
  { href: '/about/#privacy', name: 'Privacy', isInBar: false },
  { href: '/about/#licences', name: 'Licences', isInBar: false, also: 'third party' },
];
