/** The first thing that Tab reaches: past the bar, to the page itself. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-2 focus:z-10 focus:rounded-control focus:border focus:border-line-strong focus:bg-surface focus:px-4 focus:py-2 focus:font-semibold"
    >
      Skip to the content
    </a>
  );
}
