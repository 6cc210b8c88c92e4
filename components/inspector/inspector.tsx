'use client';

import X from 'lucide-react/icons/x';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Choice, Segmented } from '@/components/ui/segmented';
import type { InspectedSource, InspectorTab } from '@/lib/stores/inspector-view';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { useInspectorView } from '@/lib/stores/use-inspector-view';
import { assertNever } from '@/lib/util/assert-never';
import { ChangesPanel } from './changes-panel';
import { Drawer } from './drawer';
import { FileNotice } from './file-notice';
import { PlanPanel } from './plan-panel';
import { QueryPanel } from './query-panel';
import { SchemaPanel } from './schema-panel';
import { TablesPanel } from './tables-panel';
import { Tabs } from './tabs';
import { useInspected } from './use-inspected';
import { type OpenedFile, useOpenFile } from './use-open-file';

const TABS: readonly { readonly value: InspectorTab; readonly words: string }[] = [
  { value: 'changes', words: 'Rows changed' },
  { value: 'tables', words: 'Tables' },
  { value: 'schema', words: 'Schema' },
  { value: 'query', words: 'Query' },
  { value: 'plan', words: 'Plan' },
];

const SIDES: readonly Choice<InspectedSource>[] = [
  { value: 'django', label: 'Django' },
  { value: 'sqlalchemy', label: 'SQLAlchemy' },
  { value: 'both', label: 'Both' },
];
const SOURCES: readonly Choice<InspectedSource>[] = [{ value: 'start', label: 'Start' }, ...SIDES];

/** What is in the databases: those that the last run left, and the one that it started from. */
export function Inspector() {
  const tab = useInspectorView((state) => state.tab);
  const chosen = useInspectorView((state) => state.source);
  const file = useOpenFile();
  // What a run changed is seen on a side.
  const source = tab === 'changes' && chosen === 'start' ? 'both' : chosen;
  const { set, close } = pageInspectorView.getState();
  return (
    <Drawer label="Inspector" onClose={close} onDropFile={(dropped) => void file.open(dropped)}>
      <Tabs
        label="Inspector"
        tabs={TABS}
        value={tab}
        onChange={(to) => set({ tab: to })}
        aside={
          <div className="inspector-aside">
            <Segmented
              legend="Database"
              choices={tab === 'changes' ? SIDES : SOURCES}
              value={source}
              onChange={(to) => set({ source: to })}
            />
            <Button look="quiet" className="button-icon" aria-label="Close the inspector" onClick={close}>
              <Icon of={X} />
            </Button>
          </div>
        }
      >
        <FileNotice file={file} />
        <Panel tab={tab} source={source} file={file} />
      </Tabs>
    </Drawer>
  );
}

interface PanelProps {
  readonly tab: InspectorTab;
  readonly source: InspectedSource;
  readonly file: OpenedFile;
}

function Panel({ tab, source, file }: PanelProps) {
  const inspected = useInspected(source);
  switch (tab) {
    case 'changes':
      return <ChangesPanel source={source} />;
    case 'tables':
      return <TablesPanel inspected={inspected} file={file} />;
    case 'schema':
      return <SchemaPanel inspected={inspected} />;
    case 'query':
      return <QueryPanel inspected={inspected} />;
    case 'plan':
      return <PlanPanel inspected={inspected} />;
    default:
      return assertNever(tab);
  }
}
