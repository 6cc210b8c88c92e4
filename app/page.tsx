import Play from 'lucide-react/icons/play';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ContinueLine } from '@/components/home/continue-line';
import { Doors } from '@/components/home/doors';
import { FollowUps } from '@/components/home/follow-ups';
import { SurpriseList } from '@/components/home/surprise-list';
import { surprisesOf } from '@/components/home/surprises';
import { LinkedThreads } from '@/components/trace/linked-threads';
import { readRecorded } from '@/components/trace/read-recorded';
import { RecordedCellRow } from '@/components/trace/recorded-cell-row';
import { RecordedStatus } from '@/components/trace/recorded-status';
import { RunBar } from '@/components/trace/run-bar';
import { SideHeads } from '@/components/trace/side-heads';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { listScenarios } from '@/lib/scenarios/load';
import { DEFAULT_SCENARIO } from '@/lib/scenarios/types';

export const metadata: Metadata = {
  title: { absolute: 'ORM Pilot: run Django ORM and SQLAlchemy, read the SQL' },
};

export default async function HomePage() {
  const scenarios = await listScenarios();
  const scenario = scenarios.find(({ slug }) => slug === DEFAULT_SCENARIO);
  if (scenario === undefined) throw new Error(`The scenario ${DEFAULT_SCENARIO} is not there.`);
  const { sides, rows } = readRecorded(scenario);
  const [first, ...others] = rows;
  if (first === undefined) throw new Error(`The scenario ${DEFAULT_SCENARIO} has no cell.`);
  const play = `/play/?scenario=${scenario.slug}`;
  const headOf = (orm: 'django' | 'sqlalchemy') => ({
    version: sides[orm].version,
    count: first.cells[orm]?.view.counts.statements ?? 0,
    strip: first.cells[orm]?.view.strip ?? { ticks: [], alike: [] },
  });
  return (
    <div className="page">
      <section className="hero">
        <div>
          <h1>Run Django ORM and SQLAlchemy. Read the SQL.</h1>
          <p>The real libraries, side by side, on SQLite in this tab. Nothing you type leaves it.</p>
          <ContinueLine />
        </div>
        <Doors
          doors={[
            {
              href: play,
              name: 'Run my own code',
              short: 'Run code',
              leads: 'opens this example, to run and to change',
            },
            {
              href: '/scenarios/',
              name: 'Read an example',
              short: 'Examples',
              leads: `${scenarios.length} scenarios, each with its own address`,
            },
            {
              href: '/about/',
              name: 'How it works',
              short: 'About',
              leads: 'what runs where, and what it cannot show',
            },
          ]}
        />
      </section>
      <section className="comparison border-t border-line" aria-label={scenario.name}>
        <RunBar
          name={<h2 className="text-body">{scenario.name}</h2>}
          status={<RecordedStatus recording={scenario.recording} />}
        >
          <ButtonLink href={play} look="primary">
            <Icon of={Play} />
            Run both
          </ButtonLink>
        </RunBar>
        <LinkedThreads>
          <SideHeads
            group="home-side"
            sides={{ django: headOf('django'), sqlalchemy: headOf('sqlalchemy') }}
          />
          <RecordedCellRow row={first} slug={scenario.slug} />
        </LinkedThreads>
        <FollowUps rows={others} slug={scenario.slug} />
      </section>
      <section className="mt-12">
        <header className="flex flex-wrap items-baseline gap-x-6">
          <h2>Three more, where a run surprises</h2>
          <Link href="/scenarios/" className="text-meta">
            All {scenarios.length} scenarios
          </Link>
        </header>
        <SurpriseList surprises={surprisesOf(scenarios)} />
      </section>
    </div>
  );
}
