// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodeEditor } from './code-editor';
import type { CodeEditorProps } from './code-editor-props';
import type { EditorHelp } from './editor-help';
import { EditorUnreachableError } from './load-monaco';

/** What the loader does in a test; the full editor itself is tested in a browser. */
const loader = vi.hoisted(() => ({ load: (): Promise<never> => new Promise(() => {}), asked: 0 }));
vi.mock('./load-monaco', async (original) => ({
  ...(await original<typeof import('./load-monaco')>()),
  loadMonaco: () => {
    loader.asked += 1;
    return loader.load();
  },
}));

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let place: HTMLElement;

function Page(props: Partial<CodeEditorProps>) {
  const [value, setValue] = useState('x = 1\ny = 2');
  return <CodeEditor value={value} onChange={setValue} language="python" ariaLabel="Code" {...props} />;
}

async function show(props: Partial<CodeEditorProps> = {}): Promise<HTMLTextAreaElement> {
  await act(async () => root.render(<Page {...props} />));
  const area = place.querySelector('textarea');
  if (area === null) throw new Error('There is no text area.');
  return area;
}

const press = (area: HTMLElement, key: string, modifiers: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  return act(() => area.dispatchEvent(event));
};

/** Types as React hears of it. */
const type = (area: HTMLTextAreaElement, text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });

beforeEach(() => {
  loader.load = () => new Promise(() => {});
  loader.asked = 0;
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(async () => {
  await act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

describe('an editor whose full form is not there', () => {
  it('can be typed into at once, with the numbers of the file’s lines', async () => {
    const area = await show({ firstLineNumber: 9 });
    await type(area, 'x = 1\ny = 2\nz');
    expect(area.value).toBe('x = 1\ny = 2\nz');
    const numbers = [...place.querySelectorAll('.plain-copy > *')].map((line) =>
      line.getAttribute('data-number'),
    );
    expect(numbers).toEqual(['9', '10', '11']);
    expect(loader.asked).toBe(1);
  });

  it('says what it is and how to leave it', async () => {
    const area = await show();
    expect(area.getAttribute('aria-label')).toBe('Code');
    const hint = document.getElementById(area.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('Escape leaves the editor.');
  });

  it('runs and leaves by its keys, and keeps them from what is around', async () => {
    const heard: string[] = [];
    const area = await show({ onRun: (which) => heard.push(which), onLeave: () => heard.push('left') });
    const around: string[] = [];
    const listen = ({ key }: KeyboardEvent) => around.push(key);
    document.addEventListener('keydown', listen);
    await press(area, 'Enter');
    await press(area, 'Enter', { ctrlKey: true });
    await press(area, 'Enter', { metaKey: true, shiftKey: true });
    await press(area, 'Escape');
    document.removeEventListener('keydown', listen);
    expect(heard).toEqual(['all', 'this-side', 'left']);
    expect(around).toEqual(['Enter']);
  });

  it('tells where the caret is, and is told', async () => {
    const carets: string[] = [];
    const props = {
      onCaret: ({ line, column }: { line: number; column: number }) => carets.push(`${line}:${column}`),
    };
    const area = await show({ ...props, caret: { line: 2, column: 3 } });
    expect(area.selectionStart).toBe(9);
    await act(() => area.focus());
    area.setSelectionRange(7, 7);
    await act(() => area.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowLeft', bubbles: true })));
    expect(carets.at(-1)).toBe('2:1');
  });

  it('stays a plain one where the other cannot be loaded, and says so', async () => {
    loader.load = () => Promise.reject(new EditorUnreachableError(new TypeError('chunk')));
    const area = await show();
    await act(async () => {});
    expect(place.querySelector('[role=status]')?.textContent).toContain('this is a plain one');
    await type(area, 'still');
    expect(area.value).toBe('still');
  });

  it('is a text area for good on touch, and loads nothing', async () => {
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => {},
      removeEventListener: () => {},
    }));
    const begin = vi.fn();
    const area = await show({ help: { begin } as Partial<EditorHelp> as EditorHelp });
    await act(() => area.focus());
    await type(area, 'x = 2');
    expect(area.value).toBe('x = 2');
    expect(begin).not.toHaveBeenCalled();
    expect(loader.asked).toBe(0);
  });
});
