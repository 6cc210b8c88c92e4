'use client';

import { Button } from '@/components/ui/button';
import type { Orm } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';

interface RunToHereProps {
  readonly orm: Orm;
  /** Index of the cell. */
  readonly index: number;
  /** Of the cell, for who cannot see where the button stands: "Read each author, Django ORM". */
  readonly name: string;
}

/** Runs a cell and those above it, on its side: the script ends there. */
export function RunToHere({ orm, index, name }: RunToHereProps) {
  const desk = useDesk();
  return (
    <Button
      look="quiet"
      size="small"
      aria-label={`Run ${name}, and the cells above`}
      onClick={() => void desk.runs.getState().run([orm], { upTo: index })}
    >
      Run to here
    </Button>
  );
}
