import { describe, expect, it } from 'vitest';
import type { FixRecord } from '@/lib/stores/fixes/fix-record';
import type { Finding, Fix } from '@/lib/trace/findings/finding';
import { fixIn, isWritable, type Manner } from '@/lib/trace/findings/fixes';
import { rowManner } from './offers';

const SPAN = { file: 'script.py', startLine: 1, startColumn: 0, endLine: 1, endColumn: 1 };
const fix = (manner: Manner, model: string | null = 'Book'): Fix => ({
  kind: 'eager-load',
  method: manner === 'joined' ? 'select_related' : 'prefetch_related',
  manner,
  relation: 'author',
  model,
  path: [{ model, relation: 'author', cardinality: 'to-one' }],
  parents: 2,
  text: '',
  code: '',
});
const nPlusOne = (first: Manner, second?: Manner): Finding => ({
  kind: 'n-plus-one',
  place: { cell: 0, call: 0, calls: [0], span: SPAN, loop: SPAN },
  statements: [1, 2],
  cause: '',
  loaded: { kind: 'relation', name: 'author', cardinality: 'to-one', model: 'Book', table: 'author' },
  parents: 2,
  repeats: 0,
  source: null,
  fix: fix(first),
  alternative: second === undefined ? null : fix(second),
});

describe('how both sides of a row load relations', () => {
  const both = [nPlusOne('joined', 'batched'), nPlusOne('joined', 'batched')];

  it('is the usual way, or the one that is preferred', () => {
    expect(rowManner(both, [], 'usual')).toEqual({
      choices: ['joined', 'batched'],
      manner: 'joined',
      isBound: false,
    });
    expect(rowManner(both, [], 'batched').manner).toBe('batched');
    expect(rowManner([], [], 'batched')).toEqual({ choices: [], manner: null, isBound: false });
  });

  it('is one that both have, whatever is preferred', () => {
    const collection = [nPlusOne('batched'), nPlusOne('batched', 'joined')];
    expect(rowManner(collection, [], 'joined')).toEqual({
      choices: ['batched'],
      manner: 'batched',
      isBound: true,
    });
  });

  it('is that of the side that is mended already', () => {
    const record = (kind: 'applied' | 'undone') =>
      ({ fix: fix('batched'), state: { kind, change: {} } }) as unknown as FixRecord;
    const [one] = both;
    expect(rowManner(one === undefined ? [] : [one], [record('applied')], 'joined').manner).toBe('batched');
    expect(rowManner(both, [record('undone')], 'joined').manner).toBe('joined');
  });
});

describe('the fix of a finding', () => {
  it('is the one in that manner where there is one', () => {
    expect(fixIn('batched', nPlusOne('joined', 'batched'))).toMatchObject({ manner: 'batched' });
    expect(fixIn('joined', nPlusOne('batched'))).toMatchObject({ manner: 'batched' });
  });

  it('can only be written where the run names what it is about', () => {
    expect(isWritable(fix('joined'))).toBe(true);
    expect(isWritable(fix('joined', null))).toBe(false);
    expect(isWritable({ kind: 'keep-result', times: 2, text: '', code: '' })).toBe(false);
  });
});
