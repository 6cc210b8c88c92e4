/** The only door to SQLite in the page. The worker and the messages behind it are nobody's business. */
export { createInspector, type Inspector } from './inspector';
export { InspectorError } from './inspector-error';
export { ImageError } from './sqlite/image-error';
