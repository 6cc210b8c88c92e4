import { RUNTIME_FILES } from '../../util/runtime-files';
import type { Desk } from '../desk';
import { imageOf, pageEngines } from '../page-stores';
import type { HelpStore } from './help';
import { createHelpStore } from './help-store';

const helps = new WeakMap<Desk, HelpStore>();

/** The help of a desk; its language server is loaded when somebody first edits. */
export function helpOf(desk: Desk): HelpStore {
  const known = helps.get(desk);
  if (known !== undefined) return known;
  const help = createHelpStore({
    workspace: desk.workspace,
    engines: pageEngines,
    imageOf,
    startLanguage: async (listeners) =>
      (await import('../../language/language')).startLanguage(RUNTIME_FILES, listeners),
    startFormatter: async () => (await import('../../language/formatter')).startFormatter(RUNTIME_FILES),
  });
  helps.set(desk, help);
  return help;
}
