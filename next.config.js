/**
 * A static export: no server ever runs. `trailingSlash` gives `one/index.html`, which every static
 * host serves for both spellings. ORM_PILOT_BASE_PATH serves the site from a sub-folder.
 * @type {import('next').NextConfig}
 */
const basePath = process.env.ORM_PILOT_BASE_PATH ?? '';

export default {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  reactCompiler: true,
  ...(basePath === '' ? {} : { basePath }),
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  images: { unoptimized: true },
};
