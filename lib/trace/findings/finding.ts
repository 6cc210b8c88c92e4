import type { Span } from '../schema';

/**
 * What can be said of a run from its trace alone: each finding stands at a call, names its statements,
 * says its cause with the run's own numbers, and holds the fix that is idiomatic on its side.
 *
 * One kind is missing, because a trace does not know it: a column that was fetched and never read. What is
 * loaded already is read without any call that a trace shows (`book.author` after `select_related` is an
 * attribute, no call), and by library code as well (a template, a serializer). To know it, the recorder would
 * have to report for each reading statement which of its columns were read from the objects that it made, before
 * they are gone, and without holding them. An eager load that nobody used is found only where the code leaves no
 * doubt: the relation's name stands nowhere that it could be read.
 */
export type Finding = NPlusOne | QueryInLoop | RowByRowWrites | Duplicate | Similar | UnusedEagerLoad;

/** Where a finding stands. */
export interface Place {
  /** Index of the cell. */
  readonly cell: number;
  /** Id of the call under which it is shown: the first of `calls`. */
  readonly call: number;
  /** The calls that sent its statements, each an innermost expression of the person's. */
  readonly calls: readonly number[];
  /** The span of `call`: where the access stands, which may be in another file than the script. */
  readonly span: Span;
  /** The outermost expression of script.py that all the statements came from; `span` unless helpers lie between. */
  readonly loop: Span;
}

interface Found {
  readonly place: Place;
  /** Ids of its statements, in the order of sending. */
  readonly statements: readonly number[];
  /** A sentence, with numbers from the trace. */
  readonly cause: string;
}

/** One relation or column was loaded for parent after parent, each time by a statement of its own. */
export interface NPlusOne extends Found {
  readonly kind: 'n-plus-one';
  readonly loaded: Loaded;
  /**
   * For how many parents it was loaded: one statement each. SQLAlchemy's session loads what several parents
   * share for the first of them only, so there may be more parents than this.
   */
  readonly parents: number;
  /** How many of the statements repeated an earlier one exactly. */
  readonly repeats: number;
  /** What loaded the parents, where the trace shows it; if they were loaded lazily themselves, what loaded theirs. */
  readonly source: Source | null;
  readonly fix: Fix;
  /** The other way, where there is one: batched instead of joined, or joined instead of batched. */
  readonly alternative: Fix | null;
}

/** The same explicit query was sent from one place again and again. */
export interface QueryInLoop extends Found {
  readonly kind: 'query-in-loop';
  readonly repeats: number;
  readonly fix: Fix;
}

/** Rows were written one by one by the same text. */
export interface RowByRowWrites extends Found {
  readonly kind: 'row-by-row-writes';
  readonly write: 'insert' | 'update' | 'delete';
  readonly rows: number;
  readonly fix: Fix;
}

/** The same SELECT with the same parameters was sent from several places, and nothing was written in between. */
export interface Duplicate extends Found {
  readonly kind: 'duplicate';
  readonly fix: Fix;
}

/** The same SELECT with other parameters was sent from several places. */
export interface Similar extends Found {
  readonly kind: 'similar';
  readonly fix: Fix;
}

/** A relation was loaded with its parents, and nothing in the person's code reads it. */
export interface UnusedEagerLoad extends Found {
  readonly kind: 'unused-eager-load';
  readonly relation: string;
  readonly fix: Fix;
}

/** What was loaded, for an N+1. */
export type Loaded =
  | {
      readonly kind: 'relation';
      /** The attribute, as `author`; null where the trace does not name it. */
      readonly name: string | null;
      readonly cardinality: 'to-one' | 'to-many';
      /** The class that has the attribute, as the person's models say; null where they do not. */
      readonly model: string | null;
      /** The table that was read. */
      readonly table: string;
    }
  | {
      readonly kind: 'column';
      readonly name: string | null;
      readonly model: string | null;
      readonly table: string;
    };

/** One relation on the way to another. */
export interface Step {
  readonly model: string | null;
  readonly relation: string | null;
  readonly cardinality: 'to-one' | 'to-many';
}

/** The statement that loaded the parents, and the call that sent it: where eager loading is to be asked for. */
export interface Source {
  readonly statement: number;
  readonly call: number;
  readonly span: Span;
}

/** How to do it better: words for a person, the piece of code, and the facts of it for a program. */
export type Fix = { readonly text: string; readonly code: string } & FixFacts;

export type FixFacts =
  | {
      readonly kind: 'eager-load';
      readonly method: 'select_related' | 'prefetch_related' | 'joinedload' | 'selectinload';
      /** Screens offer joined or batched as one choice for both sides. */
      readonly manner: 'joined' | 'batched';
      readonly relation: string | null;
      readonly model: string | null;
      /** The way from the objects of the source's query to the relation; longer than one where the parents came lazily too. */
      readonly path: readonly Step[];
      readonly parents: number;
    }
  | {
      readonly kind: 'load-column';
      readonly method: 'only' | 'undefer';
      readonly column: string | null;
      readonly model: string | null;
      readonly parents: number;
    }
  | {
      readonly kind: 'one-query';
      /** `aggregate`: the queries counted or summed, so the one query groups. */
      readonly method: 'in' | 'aggregate';
      readonly model: string | null;
      readonly table: string | null;
      /** The column whose value changed from query to query; null when it was more than one, or none. */
      readonly column: string | null;
      readonly queries: number;
    }
  | {
      readonly kind: 'write-together';
      /** Django's four, then SQLAlchemy's: one commit or flush for all, or one statement for many rows. */
      readonly method:
        | 'bulk_create'
        | 'bulk_update'
        | 'update'
        | 'delete'
        | 'one-flush'
        | 'insert-many'
        | 'update-many'
        | 'update-where'
        | 'delete-where';
      readonly model: string | null;
      readonly table: string | null;
      readonly rows: number;
    }
  | { readonly kind: 'keep-result'; readonly times: number }
  /** The eager load is to be taken out of the query. */
  | { readonly kind: 'leave-out'; readonly relation: string };
