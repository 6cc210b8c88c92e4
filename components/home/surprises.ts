import { ORMS, type Orm } from '@/lib/orm/orm';
import { SideRun } from '@/lib/scenarios/side-run';
import type { Scenario } from '@/lib/scenarios/types';
import { counted } from '@/lib/trace/view/figures';
import { sideViewOf } from '@/lib/trace/view/side-view';
import type { Strip } from '@/lib/trace/view/strip';

/** A run that surprises, in a sentence, with what each side sent and came to. */
export interface Surprise {
  readonly slug: string;
  readonly name: string;
  readonly says: string;
  readonly sides: Readonly<Record<Orm, { readonly strip: Strip; readonly figure: string }>>;
}

interface Teaser {
  readonly slug: string;
  readonly cell: string;
  readonly says: string;
  /** What one side came to in that cell, taken from its run. */
  readonly figure: (side: SideRun, cell: string) => string;
}

const TEASERS: readonly Teaser[] = [
  {
    slug: 'one-changed-field',
    cell: 'Change the price',
    says: 'Change one attribute and save. Django sets every column, SQLAlchemy the one that changed.',
    figure: (side, cell) => `${counted(side.cell(cell).columnsSet(), 'column')} set`,
  },
  {
    slug: 'identity-map-and-sessions',
    cell: 'Get the same row twice',
    says: 'Get the same row twice. Django reads it again and makes a second object; a session has it already.',
    figure: (side, cell) => counted(side.count(cell), 'statement'),
  },
  {
    slug: 'transactions-and-errors',
    cell: 'Forget to commit',
    says: 'Write a row and never commit. Django has kept it, SQLAlchemy has not.',
    figure: (side, cell) => `${counted(Number(side.cell(cell).cell.value), 'row')} found`,
  },
];

/** Three scenarios other than the one on the first page, each with one cell of its recorded run. */
export function surprisesOf(scenarios: readonly Scenario[]): Surprise[] {
  return TEASERS.flatMap(({ slug, cell, says, figure }): Surprise[] => {
    const scenario = scenarios.find((each) => each.slug === slug);
    if (scenario === undefined) return [];
    const sideOf = (orm: Orm) => {
      const outcome = scenario.recording.trace[orm];
      const view = sideViewOf(orm, outcome.trace).cells.find((each) => each.cell?.title === cell);
      return { strip: view?.strip ?? { ticks: [], alike: [] }, figure: figure(new SideRun(outcome), cell) };
    };
    const [django, sqlalchemy] = ORMS.map(sideOf);
    if (django === undefined || sqlalchemy === undefined) return [];
    return [{ slug, name: scenario.name, says, sides: { django, sqlalchemy } }];
  });
}
