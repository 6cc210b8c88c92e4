import { DataTable } from '@/components/ui/data-table';
import { Kbd } from '@/components/ui/kbd';

const KEYS: readonly (readonly [keys: readonly string[], words: string])[] = [
  [
    ['Ctrl', 'Enter'],
    'Run both sides; on a Mac, Cmd instead of Ctrl. With Shift, only the side that is being edited.',
  ],
  [['Esc'], 'Leave the editor; anywhere else, let go of a call that is pinned.'],
  [['Tab'], 'To the next thing. Calls of one block of code are one stop.'],
  [['←', '→'], 'From call to call in a block of code.'],
  [['↑', '↓'], 'On a statement: to the next one.'],
  [['R'], 'On a statement: its rows. S: as it was sent. A: all of those alike. C: copy it.'],
  [
    ['Enter'],
    'On the number of a call: pin it, and go to what it sent. On the number of a statement: back to the code.',
  ],
];

/** What can be done without a pointer. */
export function KeyTable() {
  return (
    <DataTable label="Keys" head={['Keys', 'What they do']}>
      {KEYS.map(([keys, words]) => (
        <tr key={words}>
          <th scope="row" className="whitespace-nowrap">
            <span className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </th>
          <td>{words}</td>
        </tr>
      ))}
    </DataTable>
  );
}
