export function TimelinePanel({ onClose }: { readonly onClose: () => void }) {
  return (
    <section aria-label="Runs of this tab" data-region>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </section>
  );
}
