/** Opens an example in place; null where no page is open that can. */
let opener: ((slug: string) => void) | null = null;

/** Says how an example is opened without leaving the page, until the returned function is called. */
export function offerExampleOpener(open: (slug: string) => void): () => void {
  opener = open;
  return () => {
    if (opener === open) opener = null;
  };
}

/** Opens an example on the page that is here; false when it has to be gone to. */
export function openExample(slug: string): boolean {
  opener?.(slug);
  return opener !== null;
}
