/**
 * From how many statements on something is worth a person's attention. A finding that is wrong costs more
 * trust than one that is missing, so what a person wrote on purpose needs more than what happens unseen.
 */

/** A lazy load is not visible in the code: two from one expression show that it grows with the data. */
export const N_PLUS_ONE_PARENTS = 2;

/** A query in a loop is visible; a handful over a list that was written out does no harm. */
export const QUERIES_IN_LOOP = 5;

/** The same holds for writes; it is also where one statement begins to be clearly cheaper. */
export const ROWS_WRITTEN_ONE_BY_ONE = 5;

/** A loop that asks for the very same is never of use, be it twice. */
export const DUPLICATES_IN_LOOP = 2;

/** From several places of a cell, twice is how one shows that a second query is sent, or reads anew. */
export const DUPLICATES_IN_PLACES = 3;

/** From several places: as many as make a list of values worth writing. */
export const SIMILAR_IN_PLACES = 5;
