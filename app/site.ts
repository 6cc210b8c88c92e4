/** The site's name, and its promise in one sentence. */
export const SITE_NAME = 'ORM Pilot';
export const SITE_SENTENCE = 'Django ORM or SQLAlchemy? Run both in the browser, read the SQL, decide.';

/** The folder of its host in which the site lies: empty, or like `/orm-pilot`. */
export const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

/**
 * Where the site will be served from, like `https://example.org`: chat apps want whole addresses of
 * pictures. Pages themselves do without it.
 */
export const ORIGIN = process.env.ORM_PILOT_ORIGIN ?? 'http://localhost:3000';
