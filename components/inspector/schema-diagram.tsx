'use client';

import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { Schema } from '@/lib/inspect';
import { pageInspectorView } from '@/lib/stores/page-stores';
import { counted } from '@/lib/trace/view/figures';
import { layOutSchema, NODE, type Node, neighbour } from './schema-layout';

interface SchemaDiagramProps {
  readonly schema: Schema;
  /** Whose database it is. */
  readonly name: string;
  readonly chosen: string | null;
  readonly onChoose: (table: string) => void;
}

/**
 * Tables as boxes, with a line from each foreign key to what it refers to. Arrows go from box to box in one tab
 * stop; a second press on a chosen box shows its rows.
 */
export function SchemaDiagram({ schema, name, chosen, onChoose }: SchemaDiagramProps) {
  const { nodes, edges, width, height } = useMemo(() => layOutSchema(schema), [schema]);
  const group = useRef<HTMLDivElement>(null);
  const stop = nodes.some(({ table }) => table.name === chosen) ? chosen : nodes[0]?.table.name;
  const press = (event: KeyboardEvent, node: Node): void => {
    const to = neighbour(nodes, node, event.key);
    if (to === null) return;
    event.preventDefault();
    onChoose(to.table.name);
    group.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(to.table.name)}"]`)?.focus();
  };
  const isLit = (from: string, to: string): boolean => from === chosen || to === chosen;
  return (
    <div className="schema-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: boxes of a drawing are no form */}
      <div
        ref={group}
        role="group"
        aria-label={`Diagram of tables, ${name}`}
        className="schema-diagram"
        style={{ inlineSize: width, blockSize: height }}
      >
        <svg aria-hidden="true" width={width} height={height}>
          {edges.map(({ from, to, path }) => (
            <path key={path} d={path} data-lit={isLit(from, to) || undefined} />
          ))}
        </svg>
        {nodes.map((node) => (
          <button
            key={node.table.name}
            type="button"
            className="schema-node"
            style={{
              inlineSize: NODE.inline,
              blockSize: node.height,
              insetInlineStart: node.x,
              insetBlockStart: node.y,
            }}
            data-node={node.table.name}
            aria-label={sayNode(node)}
            aria-pressed={node.table.name === chosen}
            tabIndex={node.table.name === stop ? 0 : -1}
            onClick={() => {
              if (node.table.name === chosen)
                pageInspectorView.getState().set({ tab: 'tables', table: node.table.name });
              else onChoose(node.table.name);
            }}
            onKeyDown={(event) => press(event, node)}
          >
            <NodeFace node={node} />
          </button>
        ))}
      </div>
    </div>
  );
}

function NodeFace({ node: { table, lines, hidden } }: { readonly node: Node }) {
  return (
    <>
      <span className="schema-node-head">
        <b>{table.name}</b>
        {table.rows !== null && <span>{counted(table.rows, 'row')}</span>}
      </span>
      {lines.map(({ name, type, primaryKey }) => (
        <span key={name} className="schema-node-line">
          <span className="schema-key">
            {primaryKey > 0 ? 'PK' : table.foreignKeys.some((key) => key.columns.includes(name)) ? 'FK' : ''}
          </span>
          <code>{name}</code>
          <span>{type}</span>
        </span>
      ))}
      {hidden > 0 && <span className="schema-node-line">{counted(hidden, 'more column')}</span>}
    </>
  );
}

/** "book, 67 rows, refers to author". */
function sayNode({ table: { name, rows, foreignKeys } }: Node): string {
  const targets = [...new Set(foreignKeys.map(({ table }) => table))];
  return [
    name,
    ...(rows === null ? [] : [counted(rows, 'row')]),
    ...(targets.length === 0 ? [] : [`refers to ${targets.join(' and ')}`]),
  ].join(', ');
}
