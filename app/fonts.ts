/** The faces that the first screen needs; other scripts' letters come when a text has them. */
export const FIRST_FONTS: readonly string[] = [
  new URL('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', import.meta.url)
    .href,
  new URL(
    '@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2',
    import.meta.url,
  ).href,
];
