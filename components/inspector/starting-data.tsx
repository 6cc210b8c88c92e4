'use client';

import FolderOpen from 'lucide-react/icons/folder-open';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useWorkspace } from '@/lib/stores/use-desk';
import type { StartingDatabase } from '@/lib/stores/workspace/workspace';
import { size } from '@/lib/trace/view/figures';
import { assertNever } from '@/lib/util/assert-never';
import type { OpenedFile } from './use-open-file';

/** What both sides start from, and the place for a file of one's own. */
export function StartingData({ file }: { readonly file: OpenedFile }) {
  const database = useWorkspace((state) => state.database);
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard
    <div
      className="drop-zone"
      data-over={isOver || undefined}
      onDragEnter={() => setOver(true)}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={() => setOver(false)}
    >
      <p>
        Both sides start from <b>{nameOf(database)}</b>.
      </p>
      <Button size="small" onClick={() => picker.current?.click()}>
        <Icon of={FolderOpen} />
        Open a file
      </Button>
      <p className="drop-words">
        A .sqlite, .sql or .csv file; dropping it here does the same. It stays on this device.
      </p>
      <input
        ref={picker}
        type="file"
        aria-label="File to start from"
        tabIndex={-1}
        className="sr-only"
        accept=".sqlite,.sqlite3,.db,.db3,.sql,.csv,.tsv,.txt"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined) void file.open(chosen);
          // The same file, mended in between, can be chosen again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

function nameOf(database: StartingDatabase): string {
  switch (database.kind) {
    case 'empty':
      return 'empty tables';
    case 'dataset':
      return `the data set ${database.name}`;
    case 'image':
      return `${database.name} (${size(database.bytes.length)})`;
    default:
      return assertNever(database);
  }
}
