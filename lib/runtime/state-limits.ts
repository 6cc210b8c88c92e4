/** Size of a database up to which its state after a cell is kept, in bytes. */
export const STATE_BYTES = 4 * 1024 * 1024;
/** Size of all states of one run that are kept, in bytes. */
export const ALL_STATES_BYTES = 16 * 1024 * 1024;
