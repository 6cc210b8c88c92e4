import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lendSnapshot, type SnapshotLoan } from './snapshot-loan';

const bytes = (length: number) => new ArrayBuffer(length);

describe('the loan of the snapshot', () => {
  it('lends the bytes to one borrower at a time, in the order of asking', async () => {
    const load = vi.fn(async () => bytes(8));
    const borrow = lendSnapshot(load);
    const first = await borrow();
    const order: string[] = [];
    const second = borrow().then((loan) => {
      order.push('second');
      return loan;
    });
    const third = borrow().then(() => order.push('third'));
    await Promise.resolve();
    expect(order).toEqual([]);
    first.giveBack(bytes(9));
    expect((await second).bytes.byteLength).toBe(9);
    expect(order).toEqual(['second']);
    (await second).giveBack(bytes(9));
    await third;
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('loads the bytes anew when a worker died with them', async () => {
    const load = vi.fn(async () => bytes(8));
    const borrow = lendSnapshot(load);
    (await borrow()).lose();
    expect((await borrow()).bytes.byteLength).toBe(8);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('tells a failed load to its borrower, and tries again for the next one', async () => {
    const load = vi.fn(async () => bytes(8));
    load.mockRejectedValueOnce(new Error('offline'));
    const borrow = lendSnapshot(load);
    await expect(borrow()).rejects.toThrow('offline');
    expect((await borrow()).bytes.byteLength).toBe(8);
  });

  it('never lends the bytes twice, and never keeps anyone waiting for good, whatever borrowers do', async () => {
    const ways = fc.array(fc.constantFrom('back', 'lost'), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(ways, fc.array(fc.boolean(), { maxLength: 20 }), async (ends, failures) => {
        let loads = 0;
        const borrow = lendSnapshot(async () => {
          loads += 1;
          if (failures[loads] === true) throw new Error('offline');
          return bytes(8);
        });
        let out = 0;
        const use = async (end: string): Promise<void> => {
          const loan: SnapshotLoan | null = await borrow().catch(() => null);
          if (loan === null) return;
          out += 1;
          expect(out).toBe(1);
          await Promise.resolve();
          out -= 1;
          if (end === 'back') loan.giveBack(loan.bytes);
          else loan.lose();
        };
        await Promise.all(ends.map(use));
      }),
    );
  });
});
