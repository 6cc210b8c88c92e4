import { DataTable } from '@/components/ui/data-table';
import { KeyNames } from '@/components/ui/key-names';
import { keyMap } from '@/lib/stores/actions/key-map';

/** What can be done without a pointer, as the page itself knows it. */
export function KeyTable() {
  return (
    <DataTable label="Keys; on a Mac, Command instead of Ctrl" head={['Keys', 'What they do', 'Where']}>
      {keyMap(false).flatMap(({ place, rows }) =>
        rows.map(({ id, words, ways }) => (
          <tr key={id}>
            <th scope="row" className="whitespace-nowrap">
              <KeyNames ways={ways} />
            </th>
            <td>{words}</td>
            <td className="whitespace-nowrap">{place}</td>
          </tr>
        )),
      )}
    </DataTable>
  );
}
