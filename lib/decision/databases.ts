import type { Orm } from '../orm/orm';

/**
 * A database that is not one of the usual ones, and which ORM's documentation names a backend for it:
 * Django's page on databases, with the third-party backends it lists, and SQLAlchemy's page on dialects.
 */
export interface OtherDatabase {
  readonly name: string;
  readonly backends: Readonly<Record<Orm, boolean>>;
}

const BOTH = { django: true, sqlalchemy: true };
const SQLALCHEMY_ONLY = { django: false, sqlalchemy: true };

/** By the code that stands in a link. */
const OTHER_DATABASES = {
  cockroachdb: { name: 'CockroachDB', backends: BOTH },
  firebird: { name: 'Firebird', backends: BOTH },
  snowflake: { name: 'Snowflake', backends: BOTH },
  spanner: { name: 'Google Cloud Spanner', backends: BOTH },
  tidb: { name: 'TiDB', backends: BOTH },
  yugabytedb: { name: 'YugabyteDB', backends: BOTH },
  athena: { name: 'Amazon Athena', backends: SQLALCHEMY_ONLY },
  bigquery: { name: 'Google BigQuery', backends: SQLALCHEMY_ONLY },
  clickhouse: { name: 'ClickHouse', backends: SQLALCHEMY_ONLY },
  databricks: { name: 'Databricks', backends: SQLALCHEMY_ONLY },
  db2: { name: 'IBM Db2', backends: SQLALCHEMY_ONLY },
  greenplum: { name: 'Greenplum', backends: SQLALCHEMY_ONLY },
  hana: { name: 'SAP HANA', backends: SQLALCHEMY_ONLY },
  redshift: { name: 'Amazon Redshift', backends: SQLALCHEMY_ONLY },
  teradata: { name: 'Teradata', backends: SQLALCHEMY_ONLY },
  othersa: { name: 'Another one that SQLAlchemy’s page on dialects lists', backends: SQLALCHEMY_ONLY },
  other: { name: 'One that neither page lists', backends: { django: false, sqlalchemy: false } },
} as const satisfies Readonly<Record<string, OtherDatabase>>;

export type DatabaseCode = keyof typeof OTHER_DATABASES;

/** The codes, in the order in which they are offered. */
export const DATABASE_CODES = Object.keys(OTHER_DATABASES).filter(isDatabaseCode);

/** Whether a text is the code of a database. */
export function isDatabaseCode(text: string): text is DatabaseCode {
  return Object.hasOwn(OTHER_DATABASES, text);
}

/** What is known about a database. */
export function otherDatabase(code: DatabaseCode): OtherDatabase {
  return OTHER_DATABASES[code];
}
