// First, so that its order of layers is the one that holds.
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { PageKeys } from '@/components/keys/page-keys';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SkipLink } from '@/components/layout/skip-link';
import { ThemeActions } from '@/components/layout/theme-actions';
import { ThemeProvider } from '@/components/layout/theme-provider';
import { PaletteHost } from '@/components/palette/palette-host';
import { readManifest } from './build-facts';
import { FIRST_FONTS } from './fonts';
import { ORIGIN, SITE_NAME, SITE_SENTENCE } from './site';

export const metadata: Metadata = {
  metadataBase: new URL(ORIGIN),
  applicationName: SITE_NAME,
  title: {
    default: `${SITE_NAME}: Django ORM and SQLAlchemy, run side by side`,
    template: `%s · ${SITE_NAME}`,
  },
  description: SITE_SENTENCE,
  openGraph: { type: 'website', siteName: SITE_NAME, description: SITE_SENTENCE },
  twitter: { card: 'summary_large_image' },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8fbfb' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1317' },
  ],
};

/** The bar, the page, the foot. The theme is set before the first paint, by a script of one line. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { versions } = await readManifest();
  for (const font of FIRST_FONTS) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: '' });
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="data-theme" disableTransitionOnChange>
          <SkipLink />
          <SiteHeader />
          <main id="content" tabIndex={-1}>
            {children}
          </main>
          <SiteFooter versions={versions} />
          <ThemeActions />
          <PageKeys />
          <PaletteHost />
        </ThemeProvider>
      </body>
    </html>
  );
}
