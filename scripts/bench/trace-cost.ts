import { z } from 'zod';
import { withSourceInterpreter } from '../../lib/runtime/node/source-interpreter';
import type { Bound, Figure } from './figure';

const ROUNDS = 9;
const CostSchema = z.object({
  statements: z.number(),
  untracedMs: z.number(),
  tracedMs: z.number(),
  ratio: z.number(),
});
const ReportSchema = z.record(z.string(), z.record(z.string(), CostSchema));

/** What recording may cost, in per cent of the CPU time of the same run without. */
const BOUNDS: Readonly<Record<string, Bound>> = { mixed: { atMost: 15 }, inserts: { atMost: 25 } };

/** CPU time of recording, for each ORM and program of `lib/runtime/python/bench`, in WebAssembly. */
export async function traceCosts(): Promise<Figure[]> {
  const report = await withSourceInterpreter((python) => {
    const json = python.pyimport('json');
    const measured = python.pyimport('bench.trace_cost').measure(ROUNDS);
    return ReportSchema.parse(JSON.parse(String(json.dumps(measured))));
  });
  return Object.entries(report).flatMap(([orm, programs]) =>
    Object.entries(programs).map(([name, { statements, untracedMs, tracedMs, ratio }]) => {
      const bound = BOUNDS[name];
      return {
        name: `cost of recording, ${orm}, ${name}`,
        value: (ratio - 1) * 100,
        unit: '%',
        ...(bound === undefined ? {} : { bound }),
        detail: `CPU time of ${statements} statements: ${untracedMs} ms without, ${tracedMs} ms with`,
      };
    }),
  );
}
