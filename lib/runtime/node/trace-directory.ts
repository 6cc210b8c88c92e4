import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ORMS, type Orm } from '../../orm/orm';
import type { TraceDocument } from '../../trace/schema';
import { DEFAULT_LIMITS, type Limits, type RunResult } from '../contract';
import { ImageError, imageFromSql } from './image';
import type { Runtime } from './load-runtime';
import { type Boot, runInNode } from './run-in-node';

/** A directory does not hold what `npm run trace` reads; the message is a sentence. */
export class TraceDirectoryError extends Error {
  override readonly name = 'TraceDirectoryError';
}

/** What a directory holds: the files of each side that is there, and the script of the starting database. */
export interface TraceInput {
  readonly sides: Readonly<Partial<Record<Orm, Readonly<Record<string, string>>>>>;
  readonly dataSql: string | null;
}

/** How a directory is traced. */
export interface TraceOptions {
  readonly orms?: readonly Orm[];
  readonly limits?: Limits;
  readonly boot?: Boot;
}

/**
 * Reads `django/*.py`, `sqlalchemy/*.py` and `data.sql`; a side may be missing.
 * @throws TraceDirectoryError when there is nothing to run, or a side lacks `models.py` or `script.py`
 */
export async function readTraceDirectory(directory: string): Promise<TraceInput> {
  const names = await readdir(directory).catch(() => {
    throw new TraceDirectoryError(`There is no directory ${directory}.`);
  });
  const sides: Partial<Record<Orm, Record<string, string>>> = {};
  for (const orm of ORMS.filter((side) => names.includes(side))) sides[orm] = await readSide(directory, orm);
  if (Object.keys(sides).length === 0) {
    throw new TraceDirectoryError(
      `${directory} holds neither django/ nor sqlalchemy/. Put models.py and script.py into one or both.`,
    );
  }
  const dataSql = names.includes('data.sql') ? await readFile(join(directory, 'data.sql'), 'utf8') : null;
  return { sides, dataSql };
}

async function readSide(directory: string, orm: Orm): Promise<Record<string, string>> {
  const names = await readdir(join(directory, orm)).catch(() => {
    throw new TraceDirectoryError(`${join(directory, orm)} is not a directory.`);
  });
  for (const needed of ['models.py', 'script.py']) {
    if (!names.includes(needed)) throw new TraceDirectoryError(`${join(directory, orm)} has no ${needed}.`);
  }
  const files: Record<string, string> = {};
  for (const name of names.filter((each) => each.endsWith('.py')).sort()) {
    files[name] = await readFile(join(directory, orm, name), 'utf8');
  }
  return files;
}

/**
 * Runs the sides one after the other, each in a fresh interpreter and from the same starting database.
 * @throws TraceDirectoryError when data.sql cannot be run, or no wanted side is there
 */
export async function traceInput(
  runtime: Runtime,
  input: TraceInput,
  { orms = ORMS, limits = DEFAULT_LIMITS, boot = 'snapshot' }: TraceOptions = {},
): Promise<TraceDocument> {
  const image = input.dataSql === null ? null : await startingImage(input.dataSql);
  const results: Partial<Record<Orm, RunResult>> = {};
  for (const orm of orms) {
    const files = input.sides[orm];
    if (files === undefined) continue;
    const request = {
      orm,
      files: { ...files },
      database: 'sqlite',
      limits,
      hasImage: image !== null,
    } as const;
    results[orm] = await runInNode(runtime, request, image, boot);
  }
  const ran = results.django ?? results.sqlalchemy;
  if (ran === undefined) throw new TraceDirectoryError(`There is no side for ${orms.join(' or ')} to run.`);
  return {
    schema: 'orm-pilot/trace@1',
    versions: ran.versions,
    ...(results.django === undefined ? {} : { django: results.django.outcome }),
    ...(results.sqlalchemy === undefined ? {} : { sqlalchemy: results.sqlalchemy.outcome }),
  };
}

/** Reads a directory and runs what it holds; see `readTraceDirectory` and `traceInput`. */
export async function traceDirectory(
  runtime: Runtime,
  directory: string,
  options?: TraceOptions,
): Promise<TraceDocument> {
  return traceInput(runtime, await readTraceDirectory(directory), options);
}

async function startingImage(dataSql: string): Promise<Uint8Array> {
  try {
    return await imageFromSql(dataSql);
  } catch (error) {
    if (error instanceof ImageError) throw new TraceDirectoryError(`data.sql cannot be run: ${error.why}.`);
    throw error;
  }
}
