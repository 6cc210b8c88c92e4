import { DataTable } from '@/components/ui/data-table';
import type { Asset, AssetRole, Manifest } from '@/lib/runtime/manifest';
import { size } from '@/lib/trace/view/figures';

const NAMES: readonly (readonly [key: keyof Manifest['versions'], name: string])[] = [
  ['django', 'Django'],
  ['sqlalchemy', 'SQLAlchemy'],
  ['alembic', 'Alembic'],
  ['python', 'CPython'],
  ['sqlite', 'SQLite'],
  ['pyodide', 'Pyodide'],
];

/** What runs, in which version. */
export function VersionTable({ versions }: { readonly versions: Manifest['versions'] }) {
  return (
    <DataTable label="Versions" head={['Part', 'Version']}>
      {NAMES.map(([key, name]) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          <td>{versions[key]}</td>
        </tr>
      ))}
    </DataTable>
  );
}

const ROLES: Readonly<Record<AssetRole, string>> = {
  core: 'CPython, compiled',
  snapshot: 'Memory of an interpreter with both ORMs',
  'stdlib-rest': 'Standard library, what is not in that memory',
  'packages-rest': 'Packages, what is not in that memory',
  stdlib: 'Standard library, for starting without the snapshot',
  packages: 'Packages, for starting without the snapshot',
  'engine-worker': 'The engines’ script',
  'unpack-worker': 'The script that unpacks these files',
  'editor-worker': 'The editor’s script',
  inspector: 'SQLite for looking, compiled',
  'inspector-worker': 'Its script',
  'language-server': 'The language server, for help while typing',
  'language-files': 'Types of Python’s library and both ORMs, for the same',
  formatter: 'ruff, which formats code, compiled',
  'formatter-worker': 'Its script',
};

/** Files that are loaded to run code, with their hashes. */
export function RuntimeFiles({ assets }: { readonly assets: readonly Asset[] }) {
  return (
    <DataTable label="Files of the runtime" head={['What', 'Downloaded', 'Unpacked', 'SHA-256']}>
      {assets.map(({ role, storedBytes, rawBytes, storedSha256 }) => (
        <tr key={role}>
          <th scope="row" className="font-normal">
            {ROLES[role]}
          </th>
          <td className="text-end whitespace-nowrap">{size(storedBytes)}</td>
          <td className="text-end whitespace-nowrap">{size(rawBytes)}</td>
          <td className="hash">{storedSha256}</td>
        </tr>
      ))}
    </DataTable>
  );
}
