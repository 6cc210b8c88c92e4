import type { MetadataRoute } from 'next';
import { BASE_PATH, SITE_NAME, SITE_SENTENCE } from './site';

export const dynamic = 'force-static';

/** What a device shows when the site is kept on it. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: SITE_NAME,
    short_name: SITE_NAME,
    description: SITE_SENTENCE,
    start_url: `${BASE_PATH}/`,
    scope: `${BASE_PATH}/`,
    display: 'browser',
    background_color: '#f8fbfb',
    theme_color: '#f8fbfb',
    icons: [{ src: `${BASE_PATH}/icon.svg`, sizes: 'any', type: 'image/svg+xml' }],
  };
}
