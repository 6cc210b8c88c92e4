/**
 * Imported before everything else: no error of this realm collects where it was made. Pyodide asks for that
 * while it starts, for which the engine parses Pyodide's whole script once more; nothing here reads it.
 */
Error.stackTraceLimit = 0;
