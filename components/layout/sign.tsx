/** The sign of the product: four statements in a strip, three of them alike. */
export function Sign() {
  return (
    <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true" className="shrink-0">
      <path d="M1 1v8M7 1v8M12 1v8M17 1v8" stroke="currentColor" strokeWidth="2.5" />
      <path d="M6.5 11.5v3h11v-3" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
