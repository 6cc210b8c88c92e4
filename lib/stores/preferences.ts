import { ORMS } from '../orm/orm';
import * as z from '../util/zod';

/** What a person likes, kept in this browser. The theme is next-themes' own matter. */
export const PreferencesSchema = z.object({
  /** `inline`: parameters stand in the SQL; `apart`: placeholders, and a list. */
  params: z.enum(['inline', 'apart']),
  /** Which sides are shown. */
  focus: z.enum(['both', ...ORMS]),
  /** How fixes load relations on both sides: as each is usually loaded, or always in one manner. */
  manner: z.enum(['usual', 'joined', 'batched']),
  /** Whether edited code runs by itself after a pause. */
  live: z.boolean(),
});
export type Preferences = z.infer<typeof PreferencesSchema>;

export interface PreferencesState extends Preferences {
  readonly set: (changes: Partial<Preferences>) => void;
}
