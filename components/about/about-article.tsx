import type { Manifest } from '@/lib/runtime/manifest';
import { KeyTable } from './key-table';
import { LicenceList, type ThirdParty } from './licence-list';
import { LimitList } from './limit-list';
import { RuntimeFiles, VersionTable } from './runtime-tables';
import { WhereDrawing } from './where-drawing';

interface AboutArticleProps {
  readonly manifest: Manifest;
  readonly thirdParties: readonly ThirdParty[];
  /** Where all licence texts are. */
  readonly licencesHref: string;
}

const PARTS = [
  ['where', 'What runs where'],
  ['recording', 'How a statement is recorded'],
  ['limits', 'What it cannot show'],
  ['privacy', 'Privacy'],
  ['versions', 'Versions and files'],
  ['keys', 'Keys'],
  ['licences', 'Licences'],
] as const;

/** How the site works, for who wants to know before believing what it shows. */
export function AboutArticle({ manifest, thirdParties, licencesHref }: AboutArticleProps) {
  return (
    <div className="page about">
      <h1>How it works</h1>
      <nav aria-label="On this page" className="about-contents">
        <ol>
          {PARTS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="about-text">
        <section id="where">
          <h2>What runs where</h2>
          <p>
            Everything runs in this tab. There is no server that runs code: a host hands out files, and that
            is all. The packages are the published ones, on CPython and SQLite that were compiled to
            WebAssembly.
          </p>
          <WhereDrawing />
          <p>
            Each run gets a fresh interpreter, restored from a snapshot of one that had loaded both ORMs. Both
            sides start from the same database. Django stands left of SQLAlchemy everywhere, since D comes
            before S; nothing else is meant by it.
          </p>
        </section>
        <section id="recording">
          <h2>How a statement is recorded</h2>
          <p>
            Beneath both ORMs lies Python’s own <code>sqlite3</code>. Its connections and cursors are replaced
            by ones that write down what passes: the SQL exactly as it was sent, its parameters, the rows that
            the ORM fetched itself, how long SQLite took, and the lines of your code that were at work.
            Neither ORM is changed, and nothing is fetched for the record’s sake.
          </p>
          <p>
            SQLite reports by itself what it executes. Both lists are compared after each run: a statement
            that SQLite has not confirmed is not shown without saying so.
          </p>
        </section>
        <section id="limits">
          <h2>What it cannot show</h2>
          <LimitList />
        </section>
        <section id="privacy">
          <h2>Privacy</h2>
          <p>
            What you type stays in this browser. It is kept on this device, so that closing the tab loses
            nothing, and can be thrown away there. The site sets no cookies, counts no visitors and loads
            nothing from anywhere else; the page’s own policy forbids it, and the code that runs here has no
            network at all.
          </p>
          <p>Code that came with a link is shown, and never runs before you press Run.</p>
        </section>
        <section id="versions">
          <h2>Versions and files</h2>
          <VersionTable versions={manifest.versions} />
          <p>
            The first page that runs code downloads the files below, once. Each is checked against its SHA-256
            before it is used.
          </p>
          <RuntimeFiles assets={manifest.assets} />
        </section>
        <section id="keys">
          <h2>Keys</h2>
          <KeyTable />
        </section>
        <section id="licences">
          <h2>Licences</h2>
          <p>
            ORM Pilot is free under the MIT licence. It is an independent project: neither Django’s nor
            SQLAlchemy’s makers have to do with it. These packages of others are part of the site;{' '}
            <a href={licencesHref}>their licences in full</a> come with it.
          </p>
          <LicenceList thirdParties={thirdParties} />
        </section>
      </div>
    </div>
  );
}
