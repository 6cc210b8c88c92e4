/** The folder of the runtime's files as the page asks for them, ending in a slash; the site may lie in a folder of its host. */
export const RUNTIME_FILES = `${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/runtime/`;
