import { DataTable } from '@/components/ui/data-table';
import { size } from '@/lib/trace/view/figures';
import { type LoadedPart, sum } from './loaded-parts';

const FROM: Readonly<Record<LoadedPart['kept'], string>> = {
  all: 'kept on this device',
  some: 'partly kept on this device',
  none: 'downloaded now',
};

/** What this page has loaded so far, and how big it is. */
export function LoadedTable({ parts }: { readonly parts: readonly LoadedPart[] }) {
  const page = pageBytes();
  return (
    <DataTable label="What this page has loaded" head={['What', 'As it is sent', 'Unpacked', 'From']}>
      {parts.map(({ name, storedBytes, rawBytes, kept }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{size(storedBytes)}</td>
          <td>{size(rawBytes)}</td>
          <td>{FROM[kept]}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">Page and editor: scripts, styles, typefaces</th>
        <td>{size(page.sent)}</td>
        <td>{size(page.unpacked)}</td>
        <td>{page.transferred === 0 ? 'kept by the browser' : `${size(page.transferred)} downloaded now`}</td>
      </tr>
    </DataTable>
  );
}

/** What the browser says it has loaded from this site for the page itself, in bytes. */
function pageBytes(): { readonly sent: number; readonly unpacked: number; readonly transferred: number } {
  const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name }) => !new URL(name).pathname.includes('/runtime/'));
  return {
    sent: sum(all.map(({ encodedBodySize }) => encodedBodySize)),
    unpacked: sum(all.map(({ decodedBodySize }) => decodedBodySize)),
    transferred: sum(all.map(({ transferSize }) => transferSize)),
  };
}
