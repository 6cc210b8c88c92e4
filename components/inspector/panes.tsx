import type { ReactNode } from 'react';
import { ormClass } from '@/components/trace/names';
import type { OpenImage } from '@/lib/inspect';
import type { Inspected } from './use-inspected';

interface PanesProps {
  readonly inspected: readonly Inspected[];
  /** Draws one database. */
  readonly children: (image: OpenImage, inspected: Inspected) => ReactNode;
}

/** One database, or those of both sides beside each other, each under its name. */
export function Panes({ inspected, children }: PanesProps) {
  return (
    <div className="panes" data-count={inspected.length}>
      {inspected.map((each) => (
        <section
          key={each.key}
          aria-label={each.name}
          className={each.key === 'start' ? 'pane' : `pane ${ormClass(each.key)}`}
        >
          {inspected.length > 1 && <h3 className="pane-name">{each.name}</h3>}
          {each.note !== null && <p className="inspector-note">{each.note}</p>}
          <Opened state={each.state} draw={(image) => children(image, each)} />
        </section>
      ))}
    </div>
  );
}

function Opened({
  state,
  draw,
}: Pick<Inspected, 'state'> & { readonly draw: (image: OpenImage) => ReactNode }) {
  switch (state.kind) {
    case 'opening':
      return <p className="inspector-note">Opening the database …</p>;
    case 'failed':
      return (
        <p className="inspector-note" role="alert">
          {state.message}
        </p>
      );
    case 'open':
      return draw(state.image);
  }
}
