'use client';

import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { CodeEditor } from '@/components/editor/code-editor';
import { CellOutput } from '@/components/trace/cell-output';
import { CellSide } from '@/components/trace/cell-row';
import { CellValue } from '@/components/trace/cell-value';
import { CodeBlock } from '@/components/trace/code-block';
import { ErrorBlock } from '@/components/trace/error-block';
import { threadClass } from '@/components/trace/names';
import { NotThere } from '@/components/trace/not-there';
import { ShownStatements } from '@/components/trace/shown-statements';
import { Button } from '@/components/ui/button';
import { blankEnd } from '@/lib/cells/blank-end';
import { replaceCell } from '@/lib/cells/edit-script';
import { ORM_NAMES, ORMS } from '@/lib/orm/orm';
import { useDesk } from '@/lib/stores/desk-provider';
import { useEditorHelp } from '@/lib/stores/help/use-help';
import { useSelection } from '@/lib/stores/use-desk';
import { useEngines } from '@/lib/stores/use-engines';
import type { RunError } from '@/lib/trace/schema';
import type { CallView } from '@/lib/trace/view/calls';
import { codeLines } from '@/lib/trace/view/code-view';
import { counterpartsOf } from '@/lib/trace/view/counterparts';
import { pythonTimesOf } from '@/lib/trace/view/python-times';
import { foundIn, viewOf } from '@/lib/trace/view/read-once';
import type { CellView } from '@/lib/trace/view/side-view';
import { CellFindings } from './fix/cell-findings';
import { PastFindings } from './past-findings';
import { RunToHere } from './run-to-here';
import { RunningNote } from './running-note';
import { SCRIPT } from './shown-cells';
import { usePlanAction } from './use-plan-action';
import type { PlaySide } from './use-sides';

interface PlayCellProps {
  readonly side: PlaySide;
  readonly other: PlaySide;
  /** Which cell of the script; null where this side has none like the other's. */
  readonly index: number | null;
  readonly otherIndex: number | null;
  readonly title: string;
  readonly isEditing: boolean;
  readonly onEdit: (isOn: boolean) => void;
}

/** One cell of one side: its code, read or edited, and what came of it. */
export function PlayCell(props: PlayCellProps) {
  const { side, index, title } = props;
  const shown = index === null ? undefined : side.cells[index];
  if (index === null || shown === undefined) {
    const [only] = ORMS.filter((orm) => orm !== side.orm);
    return (
      <CellSide
        place={{ orm: side.orm, cell: null }}
        title={title}
        count={null}
        code={<NotThere>Only in {only === undefined ? 'the other' : ORM_NAMES[only]}.</NotThere>}
      />
    );
  }
  return <CodeCellSide {...props} index={index} shown={shown} />;
}

function cellViewOf(side: PlaySide, index: number | null): CellView | null {
  const result = index === null ? null : (side.cells[index]?.result ?? null);
  return result === null ? null : (viewOf(side.orm, result.trace).cells[result.cell] ?? null);
}

type ShownSide = PlayCellProps & { readonly index: number; readonly shown: PlaySide['cells'][number] };

function CodeCellSide(props: ShownSide) {
  const { side, other, index, otherIndex, title, shown } = props;
  const { orm } = side;
  const view = cellViewOf(side, index);
  const peer = cellViewOf(other, otherIndex);
  const name = `${title === '' ? 'Code' : title}, ${ORM_NAMES[orm]}`;
  const calls = view !== null && shown.shift !== null ? view.calls : [];
  return (
    <CellSide
      place={{ orm, cell: index }}
      title={title === '' ? null : title}
      count={view?.counts.statements ?? null}
      peers={view !== null && peer !== null ? { cell: otherIndex, calls: counterpartsOf(view, peer) } : null}
      isStale={shown.freshness !== 'now'}
      code={<Code {...props} name={name} calls={calls} />}
      findings={<UnderCode {...props} />}
      statements={view !== null && <Sent side={side} shown={shown} view={view} index={index} name={name} />}
      output={view?.cell && <CellOutput cell={view.cell} />}
      value={view?.cell && <CellValue cell={view.cell} isStatic={false} />}
    />
  );
}

/** The error of a run that stands in a cell, where the shown result is of that run. */
function errorOf({ outcome }: PlaySide, { result }: PlaySide['cells'][number]): RunError | undefined {
  if (result === null || outcome?.trace !== result.trace) return undefined;
  return outcome.error?.cell === result.cell ? outcome.error : undefined;
}

interface CodeProps extends ShownSide {
  readonly name: string;
  readonly calls: readonly CallView[];
}

function Code({ side, index, shown, name, calls, isEditing, onEdit }: CodeProps) {
  const { code, shift } = shown;
  const [hasLeft, setHasLeft] = useState(false);
  if (isEditing && !side.isPast) {
    return (
      <CellEditor
        side={side}
        index={index}
        name={name}
        bodyLine={code.bodyLine}
        calls={calls}
        shift={shift ?? 0}
        onLeave={() => {
          setHasLeft(true);
          onEdit(false);
        }}
      />
    );
  }
  const span = errorOf(side, shown)?.span;
  const block = (
    <CodeBlock
      lines={codeLines(code.body, code.bodyLine, calls, shift ?? 0)}
      place={{ orm: side.orm, cell: index }}
      label={`${name}, code`}
      errorLine={span?.file === SCRIPT && shift !== null ? span.startLine + shift : null}
    />
  );
  if (side.isPast) return block;
  return (
    <CellCode
      name={name}
      onEdit={() => {
        setHasLeft(false);
        onEdit(true);
      }}
      takesFocus={hasLeft}
      tools={<RunToHere orm={side.orm} index={index} name={name} />}
    >
      {block}
    </CellCode>
  );
}

/** What is to be said of the code: why it stopped, what to look at, how old the result is. */
function UnderCode({ side, other, index, otherIndex, shown }: ShownSide) {
  const { result, freshness } = shown;
  const error = errorOf(side, shown);
  const state = result?.trace.cells[result.cell]?.state;
  return (
    <>
      {error !== undefined && <ErrorBlock error={error} isNew={side.run > 0 && !side.isPast} />}
      {side.isPast ? (
        <PastFindings side={side} index={index} />
      ) : (
        <CellFindings side={side} other={other} index={index} otherIndex={otherIndex} />
      )}
      {freshness === 'before-edit' && <p className="play-note">From before your edit.</p>}
      {state === 'not-reached' && <p className="play-note">Not reached.</p>}
      {shown.isNotAsked && (
        <p className="play-note">Not reached: the run was asked for the cells above only.</p>
      )}
    </>
  );
}

interface SentProps {
  readonly side: PlaySide;
  readonly shown: PlaySide['cells'][number];
  readonly view: CellView;
  readonly index: number;
  readonly name: string;
}

const NOTHING_FOUND: ReadonlySet<number> = new Set();

function Sent({ side, shown, view, index, name }: SentProps) {
  const actions = usePlanAction(side.orm);
  const context = {
    items: view.items,
    label: `Statements of ${name}`,
    place: { orm: side.orm, cell: index },
    sources: shown.result?.files ?? side.files,
    longestUs: shown.result === null ? 0 : viewOf(side.orm, shown.result.trace).longestUs,
    pythonUs: pythonTimesOf(view.items),
    isStatic: false,
    actions,
  };
  const { result } = shown;
  return (
    <ShownStatements
      {...context}
      found={result === null ? NOTHING_FOUND : foundIn(side.orm, result.trace, result.files)}
      note={view.cell?.state === 'running' && <RunningNote view={view} />}
    />
  );
}

interface CellCodeProps {
  readonly name: string;
  readonly onEdit: () => void;
  /** Its editor was left by keys: Tab goes on from here. */
  readonly takesFocus: boolean;
  /** What else can be done with the cell. */
  readonly tools: React.ReactNode;
  readonly children: React.ReactNode;
}

/** Code as it is read. A click beside its calls, or the button, begins to edit it. */
function CellCode({ name, onEdit, takesFocus, tools, children }: CellCodeProps) {
  const start = useEngines((state) => state.start);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const edit = (): void => {
    start();
    onEdit();
  };
  const click = (event: MouseEvent): void => {
    const target = event.target;
    if (target instanceof Element && target.closest('.call, a, button') === null) edit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it does the same by keyboard
    <div className="play-code" onClick={click}>
      {children}
      <div className="play-tools">
        {tools}
        <Button ref={button} look="quiet" size="small" aria-label={`Edit ${name}`} onClick={edit}>
          Edit
        </Button>
      </div>
    </div>
  );
}

interface CellEditorProps {
  readonly side: PlaySide;
  readonly index: number;
  readonly name: string;
  readonly bodyLine: number;
  readonly calls: readonly CallView[];
  readonly shift: number;
  readonly onLeave: () => void;
}

function CellEditor({ side, index, name, bodyLine, calls, shift, onLeave }: CellEditorProps) {
  const { orm, files, cells } = side;
  const desk = useDesk();
  const body = cells[index]?.code.body ?? '';
  const [end] = useState(() => blankEnd(body));
  const pinned = useSelection((state) => state.pinned);
  const text = body.endsWith(end) ? body.slice(0, body.length - end.length) : body;
  const help = useEditorHelp(orm, SCRIPT, bodyLine, text);
  const move = shift - bodyLine + 1;
  const spans = calls.map(({ span, number }) => ({
    startLine: span.startLine + move,
    startColumn: span.startColumn,
    endLine: span.endLine + move,
    endColumn: span.endColumn,
    className: `call ${threadClass(number)}${pinned?.orm === orm && pinned.cell === index && pinned.call === number ? ' call-lit' : ''}`,
  }));
  return (
    <div className="code play-editor">
      <CodeEditor
        value={text}
        onChange={(value) =>
          desk.workspace.getState().setFile(orm, SCRIPT, replaceCell(files[SCRIPT] ?? '', index, value + end))
        }
        language="python"
        ariaLabel={`${name}, code`}
        firstLineNumber={bodyLine}
        historyKey={`${orm}/${SCRIPT}/${index}`}
        autoFocus
        wordWrap
        spans={spans}
        {...help}
        onCaret={({ line, column }) => {
          const at = calls.find(
            ({ span, number }) =>
              number !== null &&
              span.startLine + move <= line &&
              line <= span.endLine + move &&
              (line > span.startLine + move || column >= span.startColumn) &&
              (line < span.endLine + move || column <= span.endColumn),
          );
          desk.selection
            .getState()
            .hover(at === undefined ? null : { orm, cell: index, call: at.number, statement: null });
        }}
        onRun={(which) => void desk.runs.getState().run(which === 'all' ? ORMS : [orm])}
        onLeave={onLeave}
      />
    </div>
  );
}
