import { loadPyodide } from 'pyodide';

/**
 * What a page does without a build of its own: load Pyodide, unpack the published wheels, import.
 * One worker for each ORM, as on our page. Told by its address: `?orm=…&wheels=a.whl,b.whl`.
 */

const READY: Readonly<Record<string, string>> = {
  django: `
import django
from django.conf import settings
settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
django.setup()
import django.db.migrations, django.db.models.functions
from django.db import connection
connection.ensure_connection()
`,
  sqlalchemy: `
import sqlalchemy.orm, alembic.command, alembic.autogenerate
sqlalchemy.create_engine("sqlite://").connect().close()
`,
};

const parameters = new URL(self.location.href).searchParams;
const orm = parameters.get('orm') ?? '';
const wheels = (parameters.get('wheels') ?? '').split(',');

const [python, ...archives] = await Promise.all([
  loadPyodide({ indexURL: '/pyodide/', env: { HOME: '/home/pyodide', DJANGO_ALLOW_ASYNC_UNSAFE: '1' } }),
  ...wheels.map(async (wheel) => (await fetch(`/wheels/${wheel}`)).arrayBuffer()),
]);
for (const archive of archives) python.unpackArchive(archive, 'wheel');
python.runPython(READY[orm] ?? '');
self.postMessage('ready');
