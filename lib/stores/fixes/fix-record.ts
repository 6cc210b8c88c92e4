import type { Orm } from '../../orm/orm';
import type { Edit } from '../../runtime';
import type { Files } from '../../scenarios/types';
import type { Finding, Fix } from '../../trace/findings/finding';
import type { Proof } from '../../trace/proof/proof';
import type { Trace } from '../../trace/schema';

/** A fix that a person wants, of what was found in a run. */
export interface WantedFix {
  readonly orm: Orm;
  /** Index and title of the cell that it stands in, as the code is now. */
  readonly cell: number;
  readonly title: string;
  readonly finding: Finding;
  /** The finding's own, or its alternative. */
  readonly fix: Fix;
  /** What ran, and its trace. */
  readonly ran: { readonly files: Files; readonly trace: Trace };
}

/** A fix that was asked for, and how far it came. It stays at its cell until something else is opened. */
export interface FixRecord extends WantedFix {
  readonly id: number;
  /** The same for fixes that were asked for together. */
  readonly batch: number;
  readonly state: FixState;
}

export type FixState =
  /** Python is asked for the edit. */
  | { readonly kind: 'asking' }
  /** The edit cannot be made safely; a sentence says why. Nothing was changed. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It could not be asked or made for a reason that is not the code's; a sentence. Nothing was changed. */
  | { readonly kind: 'failed'; readonly why: string }
  /** It is in the code, and both versions are run. */
  | { readonly kind: 'proving'; readonly change: Change }
  /** It is in the code, and everything but the number of statements is as it was. */
  | { readonly kind: 'applied'; readonly change: Change; readonly proof: Proof }
  /** It is in the code, but something differs. */
  | { readonly kind: 'not-safe'; readonly change: Change; readonly proof: Proof }
  /** It is in the code, but a run that was to prove it did not come to an end; a sentence. */
  | { readonly kind: 'unproven'; readonly change: Change; readonly why: string }
  /** It was taken out of the code. */
  | {
      readonly kind: 'undone';
      readonly change: Change;
      /** What the code was when later edits were taken out with it; null when none were. */
      readonly withEdits: Files | null;
    };

/** What a fix did to one side's files. */
export interface Change {
  readonly before: Files;
  readonly after: Files;
  readonly edits: readonly Edit[];
  /** Sentences: what is different beyond the number of statements. */
  readonly notes: readonly string[];
  /** Set while a person is asked what is to become of later edits that touch the same places. */
  readonly isAskingForEdits: boolean;
}

/** The change of a record, where there is one. */
export function changeOf(state: FixState): Change | null {
  return 'change' in state ? state.change : null;
}

/** Whether a fix goes on. */
export function isBusy({ kind }: FixState): boolean {
  return kind === 'asking' || kind === 'proving';
}
