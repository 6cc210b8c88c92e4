import Link from 'next/link';
import { ormClass } from '@/components/trace/names';
import { StripView } from '@/components/trace/strip-view';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import type { Scenario } from '@/lib/scenarios/types';
import { counted } from '@/lib/trace/view/figures';
import { sideViewOf } from '@/lib/trace/view/side-view';

/** All scenarios as rows: their strips share one scale, so the list is a chart. */
export function ScenarioList({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const rows = scenarios.map((scenario) => ({
    scenario,
    sides: ORMS.map((orm) => sideViewOf(orm, scenario.recording.trace[orm].trace)),
  }));
  const scale = Math.max(1, ...rows.flatMap(({ sides }) => sides.map(({ strip }) => strip.ticks.length)));
  return (
    <ol className="scenarios">
      {rows.map(({ scenario, sides }) => (
        <li key={scenario.slug}>
          <div>
            <h2>
              <Link href={`/scenarios/${scenario.slug}/`}>{scenario.name}</Link>
            </h2>
            <p className="scenario-title">{scenario.title}</p>
            <p className="scenario-meta">
              {scenario.level}, {counted(sides[0]?.cells.length ?? 0, 'step')}.{' '}
              <Link href={`/play/?scenario=${scenario.slug}`}>
                Run it<span className="sr-only">: {scenario.name}</span>
              </Link>
            </p>
          </div>
          <dl>
            {sides.map(({ orm, strip, counts }) => (
              <div key={orm} className={ormClass(orm)}>
                <dt className="orm-name">{ORM_NAMES[orm]}</dt>
                <dd className="scenario-count">{counts.statements}</dd>
                <dd>
                  <StripView strip={strip} scale={scale} look="dense" />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
