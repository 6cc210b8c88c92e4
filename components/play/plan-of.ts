import type { PlanParams } from '@/lib/inspect';
import type { Orm } from '@/lib/orm/orm';
import type { Desk } from '@/lib/stores/desk';
import { imageOf, pageInspector } from '@/lib/stores/page-stores';
import type { Statement } from '@/lib/trace/schema';
import { paramSetsOf } from '@/lib/trace/view/placeholders';
import type { ShownPlan } from '@/lib/trace/view/plan-view';

/** Plans by the database that they are of, and by the SQL with its values, which can decide on an index. */
const known = new WeakMap<Uint8Array, Map<string, ShownPlan>>();

/**
 * Asks SQLite how it would carry out a statement, on the database that the side's last run left, else on the
 * one that the code starts from. The statement is compiled and never run.
 * @throws InspectorError, RuntimeError when there is no asking
 */
export async function planOf(desk: Desk, orm: Orm, statement: Statement): Promise<ShownPlan> {
  if (statement.sqlLength !== undefined)
    return { kind: 'no-plan', message: 'Only a part of this statement was kept, so it has no plan.' };
  const image = desk.runs.getState().last[orm]?.image ?? (await imageOf(desk.workspace.getState().database));
  if (image === null)
    return { kind: 'no-plan', message: 'The code starts from an empty database. Run it first.' };
  const [params = null] = paramSetsOf(statement);
  const key = JSON.stringify([statement.sql, params]);
  const found = known.get(image) ?? new Map<string, ShownPlan>();
  known.set(image, found);
  const plan = found.get(key) ?? (await explain(image, statement.sql, params));
  found.set(key, plan);
  return plan;
}

async function explain(image: Uint8Array, sql: string, params: PlanParams | null): Promise<ShownPlan> {
  const opened = await (await pageInspector()).openImage(image);
  try {
    return await opened.explain(sql, params);
  } finally {
    await opened.close();
  }
}
