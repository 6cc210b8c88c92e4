import { ORMS } from '../orm/orm';
import * as z from '../util/zod';

const INSPECTOR_TABS = ['changes', 'tables', 'schema', 'query', 'plan'] as const;

/** `start`: the database that the code starts from; an ORM: what its last run left; both of these side by side. */
const SourceSchema = z.enum(['start', ...ORMS, 'both']);
export type InspectedSource = z.infer<typeof SourceSchema>;

export const MIN_HEIGHT_PERCENT = 20;
export const MAX_HEIGHT_PERCENT = 90;
export const USUAL_HEIGHT_PERCENT = 40;

/** What of the inspector is kept in this browser. */
export const KeptInspectorSchema = z.object({
  tab: z.enum(INSPECTOR_TABS),
  source: SourceSchema,
  /** Of the window's height. */
  heightPercent: z.number().min(MIN_HEIGHT_PERCENT).max(MAX_HEIGHT_PERCENT),
  /** Statements that were run in it, the newest first. */
  history: z.array(z.string()),
});
export type KeptInspector = Readonly<z.infer<typeof KeptInspectorSchema>>;
export type InspectorTab = KeptInspector['tab'];

/** What is wanted to be seen; what is left out stays as it was. */
export interface InspectorAsked {
  readonly tab?: InspectorTab;
  readonly source?: InspectedSource;
  /** The SQL that "Plan" is to show, with its values in their places. */
  readonly statement?: string;
}

/** Where the inspector stands: a page has one, and any part of it may open it. */
export interface InspectorView extends KeptInspector {
  readonly isOpen: boolean;
  /** How often it was asked for: each time the focus goes there. */
  readonly asks: number;
  /** The SQL that "Plan" shows. */
  readonly statement: string;
  /** The CREATE INDEX that "Plan" tries; blank when none is tried. */
  readonly index: string;
  /** The SQL that stands in "Query". */
  readonly query: string;
  /** The table that "Tables" shows; null: the first. */
  readonly table: string | null;
  readonly open: (asked?: InspectorAsked) => void;
  readonly close: () => void;
  readonly set: (
    changes: Partial<
      Pick<InspectorView, 'tab' | 'source' | 'heightPercent' | 'statement' | 'index' | 'query' | 'table'>
    >,
  ) => void;
  /** Puts a statement that was run first in the history. */
  readonly remember: (sql: string) => void;
}
