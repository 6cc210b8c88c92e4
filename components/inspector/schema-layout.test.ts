import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schema, Table } from '@/lib/inspect';
import { layOutSchema, NODE, neighbour } from './schema-layout';

function table(name: string, targets: readonly string[], columns = 2): Table {
  const plain = { type: 'INTEGER', notNull: false, defaultSql: null, kind: 'plain' } as const;
  return {
    name,
    kind: 'table',
    rows: 0,
    withoutRowid: false,
    strict: false,
    columns: [
      { ...plain, name: 'id', primaryKey: 1 },
      ...Array.from({ length: columns - 1 }, (_, at) => ({ ...plain, name: `c${at}`, primaryKey: 0 })),
      ...targets.map((target) => ({ ...plain, name: `${target}_id`, primaryKey: 0 })),
    ],
    foreignKeys: targets.map((target) => ({
      columns: [`${target}_id`],
      table: target,
      toColumns: ['id'],
      onUpdate: 'NO ACTION',
      onDelete: 'NO ACTION',
    })),
    indexes: [],
    triggers: [],
    sql: '',
    problem: null,
  };
}

const BOOKSHOP: Schema = {
  tables: [
    table('author', []),
    table('book', ['author']),
    table('note', []),
    table('book_tag', ['book', 'tag']),
    table('tag', []),
  ],
};

describe('layOutSchema', () => {
  it('puts what is referred to left of what refers to it, and what stands alone last', () => {
    const places = Object.fromEntries(layOutSchema(BOOKSHOP).nodes.map((node) => [node.table.name, node.x]));
    const step = (places.book ?? 0) - (places.author ?? 0);
    expect(step).toBeGreaterThan(NODE.inline);
    expect(places).toEqual({ author: 0, tag: 0, book: step, book_tag: 2 * step, note: 3 * step });
  });

  it('keeps keys in sight where not all columns have room', () => {
    const [, node] = layOutSchema({ tables: [table('a', []), table('wide', ['a'], 20)] }).nodes;
    expect(node?.lines.map(({ name }) => name).slice(0, 2)).toEqual(['id', 'a_id']);
    expect(node?.hidden).toBe(21 - (node?.lines.length ?? 0));
  });

  it('draws every table once and every reference, without two boxes on one another, whatever refers to what', () => {
    const schemas = fc
      .integer({ min: 0, max: 12 })
      .chain((count) =>
        fc.array(fc.uniqueArray(fc.nat({ max: Math.max(0, count - 1) }), { maxLength: 4 }), {
          minLength: count,
          maxLength: count,
        }),
      )
      .map(
        (targets): Schema => ({
          tables: targets.map((to, at) =>
            table(
              `t${at}`,
              to.map((each) => `t${each}`),
            ),
          ),
        }),
      );
    fc.assert(
      fc.property(schemas, ({ tables }) => {
        const { nodes, edges, width, height } = layOutSchema({ tables });
        expect(nodes.map((node) => node.table.name).sort()).toEqual(tables.map(({ name }) => name).sort());
        expect(edges).toHaveLength(tables.flatMap(({ foreignKeys }) => foreignKeys).length);
        for (const [at, one] of nodes.entries()) {
          expect(one.x + NODE.inline).toBeLessThanOrEqual(width);
          expect(one.y + one.height).toBeLessThanOrEqual(height);
          for (const other of nodes.slice(at + 1)) {
            const isBeside = one.x + NODE.inline <= other.x || other.x + NODE.inline <= one.x;
            const isBelow = one.y + one.height <= other.y || other.y + other.height <= one.y;
            expect(isBeside || isBelow).toBe(true);
          }
        }
      }),
    );
  });
});

describe('neighbour', () => {
  it('goes along lines and columns, and nowhere beyond', () => {
    const { nodes } = layOutSchema(BOOKSHOP);
    const from = (name: string, key: string): string | null => {
      const node = nodes.find((each) => each.table.name === name);
      return node === undefined ? null : (neighbour(nodes, node, key)?.table.name ?? null);
    };
    expect(from('author', 'ArrowRight')).toBe('book');
    expect(from('author', 'ArrowDown')).toBe('tag');
    expect(from('book_tag', 'ArrowLeft')).toBe('book');
    expect(from('author', 'ArrowLeft')).toBeNull();
    expect(from('author', 'Enter')).toBeNull();
  });
});
