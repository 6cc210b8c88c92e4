import { createInspector, type Inspector } from '../../lib/inspect';

/** The script of the page on which the inspector is tested without an interface. Lies in `globalThis.inspector`. */
declare global {
  var inspector: Inspector;
}

globalThis.inspector = createInspector(new URL('runtime/', location.href).href);
