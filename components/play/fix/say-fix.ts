import type { FixState } from '@/lib/stores/fixes/fix-record';
import { type SaidProof, sayProof } from '@/lib/trace/proof/say-proof';
import { assertNever } from '@/lib/util/assert-never';

/** What became of a fix, in words. */
export function sayFix(state: FixState): SaidProof {
  const say = (lead: string, rest = ''): SaidProof => ({ lead, rest, figures: '' });
  switch (state.kind) {
    case 'asking':
      return say('Writing the fix.');
    case 'refused':
      return say('Not written for you.', state.why);
    case 'failed':
      return say('Not written.', state.why);
    case 'proving':
      return say('Written into the code.', 'Running both versions to compare them.');
    case 'applied':
    case 'not-safe':
      return sayProof(state.proof);
    case 'unproven':
      return say('Not proven.', state.why);
    case 'undone':
      return state.withEdits === null
        ? say('Undone.', 'The fix is out of the code again.')
        : say('Undone.', 'The code is as it was before the fix, without your later edits.');
    default:
      return assertNever(state);
  }
}
