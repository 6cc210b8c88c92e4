'use client';

import PanelBottom from 'lucide-react/icons/panel-bottom';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { perform } from '@/lib/stores/actions/page-actions';
import { useInspectorView } from '@/lib/stores/use-inspector-view';

/** Opens the inspector of the databases, and closes it. */
export function InspectButton() {
  const isOpen = useInspectorView((state) => state.isOpen);
  return (
    <Button
      aria-expanded={isOpen}
      aria-keyshortcuts="Control+B Meta+B"
      data-opens="inspector"
      onClick={() => perform('inspect')}
    >
      <Icon of={PanelBottom} />
      Inspect
    </Button>
  );
}
