import Play from 'lucide-react/icons/play';
import Link from 'next/link';
import { LinkedThreads } from '@/components/trace/linked-threads';
import { NoticeList } from '@/components/trace/notice-list';
import { readRecorded } from '@/components/trace/read-recorded';
import { RecordedCellRow } from '@/components/trace/recorded-cell-row';
import { RecordedStatus } from '@/components/trace/recorded-status';
import { RunBar } from '@/components/trace/run-bar';
import { SideHeads } from '@/components/trace/side-heads';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ORMS, type Orm } from '@/lib/orm/orm';
import type { Scenario } from '@/lib/scenarios/types';

interface ScenarioArticleProps {
  readonly scenario: Scenario;
  readonly previous: Scenario | null;
  readonly next: Scenario | null;
}

/** A scenario to be read: what it is about, its recorded run, what to notice, what it cannot show. */
export function ScenarioArticle({ scenario, previous, next }: ScenarioArticleProps) {
  const { slug, name, title, summary, limits, noticed, recording } = scenario;
  const { sides, rows } = readRecorded(scenario);
  const headOf = (orm: Orm) => {
    const { version, view } = sides[orm];
    return { version, count: view.counts.statements, strip: view.strip };
  };
  return (
    <article className="page">
      <header className="scenario-head">
        <div>
          <p className="text-meta text-ink-2">{name}</p>
          <h1>{title}</h1>
          <p className="mt-2 max-w-prose text-lead text-ink-2">{summary}</p>
        </div>
        <ButtonLink href={`/play/?scenario=${slug}`} look="primary">
          <Icon of={Play} />
          Run both
        </ButtonLink>
      </header>
      <div className="scenario-body">
        <section className="comparison min-w-0" aria-label="The recorded run">
          <RunBar
            name={<h2 className="text-body">The run</h2>}
            status={<RecordedStatus recording={recording} />}
          />
          <LinkedThreads>
            <SideHeads
              group="scenario-side"
              sides={{ django: headOf('django'), sqlalchemy: headOf('sqlalchemy') }}
            />
            {ORMS.map((orm) => (
              <NoticeList key={orm} orm={orm} notices={sides[orm].outcome.trace.notices} />
            ))}
            {rows.map((row, index) => (
              <RecordedCellRow key={row.title} row={row} slug={slug} id={`cell-${index + 1}`} />
            ))}
          </LinkedThreads>
        </section>
        <section className="scenario-notice" aria-labelledby="notice">
          <h2 id="notice">Notice</h2>
          <ol>
            {noticed.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </section>
      </div>
      {limits !== undefined && (
        <section className="scenario-limits">
          <h2>What this cannot show</h2>
          <p>{limits}</p>
        </section>
      )}
      <nav className="scenario-pager" aria-label="Other scenarios">
        {previous !== null && <Link href={`/scenarios/${previous.slug}/`}>Previous: {previous.name}</Link>}
        {next !== null && <Link href={`/scenarios/${next.slug}/`}>Next: {next.name}</Link>}
      </nav>
    </article>
  );
}
