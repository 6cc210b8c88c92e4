import { Dialog } from '@/components/ui/dialog';
export function DraftsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Other drafts" onClose={onClose}>
      …
    </Dialog>
  );
}
