import { ORM_NAMES, ORMS } from '../orm/orm';
import type { CellExpectation, ScenarioDefinition, ScenarioRun } from './types';

/**
 * Checks a run against what its scenario promises: both sides ended by themselves with nothing to be
 * noticed about the trace, the cells, their statements and values are the expected ones, and every
 * claim holds.
 * @returns a sentence for each broken promise; none when all are kept
 */
export function brokenPromises(definition: ScenarioDefinition, run: ScenarioRun): string[] {
  const broken: string[] = [];
  for (const orm of ORMS) {
    const { outcome, titles } = run[orm];
    const error = outcome.error === undefined ? '' : `: ${outcome.error.type}: ${outcome.error.message}`;
    if (outcome.kind !== 'done')
      broken.push(`The run of ${ORM_NAMES[orm]} ended as ${outcome.kind}${error}.`);
    for (const notice of outcome.trace.notices) broken.push(`${ORM_NAMES[orm]}: ${notice.message}`);
    const expected = definition.cells
      .filter((cell) => cell.statements[orm] !== null)
      .map((cell) => cell.title);
    if (JSON.stringify(titles) !== JSON.stringify(expected)) {
      broken.push(
        `The cells of ${ORM_NAMES[orm]} are ${titles.join(', ')}; expected are ${expected.join(', ')}.`,
      );
    }
  }
  for (const cell of definition.cells) broken.push(...brokenInCell(cell, run));
  for (const claim of definition.claims) {
    if (!claim.holds(run)) broken.push(`This does not hold: ${claim.says}`);
  }
  return broken;
}

function brokenInCell({ title, statements, sameValue }: CellExpectation, run: ScenarioRun): string[] {
  const broken: string[] = [];
  const values: (string | null)[] = [];
  for (const orm of ORMS) {
    const expected = statements[orm];
    const found = run[orm].find(title);
    if (expected === null || found === undefined) continue;
    values.push(found.cell.value);
    const { length } = found.statements;
    if (length !== expected)
      broken.push(`"${title}" sent ${length} statements in ${ORM_NAMES[orm]}, not ${expected}.`);
  }
  const [django, sqlalchemy] = values;
  if (django === undefined || sqlalchemy === undefined) return broken;
  if ((django === sqlalchemy) !== sameValue) {
    broken.push(`"${title}" came to ${django} in Django ORM and ${sqlalchemy} in SQLAlchemy.`);
  }
  return broken;
}
