import Pencil from 'lucide-react/icons/pencil';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Fix } from '@/lib/trace/findings/finding';
import { fixName } from '@/lib/trace/findings/fixes';

/** Leads to where the fix of a recorded finding is made and proven. */
export function FixLink({ fix, href }: { readonly fix: Fix; readonly href: string }) {
  return (
    <ButtonLink href={href} size="small">
      <Icon of={Pencil} />
      Fix: {fixName(fix)}
    </ButtonLink>
  );
}
