// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallRef } from '@/lib/trace/view/call-ref';
import { chipsIn, markThreads, refOf } from './thread-marks';

const PAGE = `
  <div data-orm="django" data-cell="0" data-peer-cell="3" data-peers="1=2&2=1">
    <ol class="code"><li>
      <span data-call="1" id="d1"><a class="chip">1</a></span>
      <span data-call="2" id="d2"><a class="chip">2</a></span>
    </li></ol>
    <article data-call="1" data-statement="10" id="s10"><a id="inside">line 1</a></article>
    <article data-call="2" data-statement="11" id="s11"></article>
    <article data-call="2" data-statement="12" id="s12"></article>
    <article data-statement="13" id="s13"></article>
  </div>
  <div data-orm="sqlalchemy" data-cell="3">
    <span data-call="1" id="a1"></span>
    <span data-call="2" id="a2"></span>
    <article data-call="2" data-statement="11" id="other"></article>
  </div>`;

const ref = (call: number | null, statement: number | null = null): CallRef => ({
  orm: 'django',
  cell: 0,
  call,
  statement,
});

/** Ids of what has a mark, with its value where it has one. */
function marked(name: string): string[] {
  return [...document.querySelectorAll(`[${name}]`)].map((part) => {
    const value = part.getAttribute(name);
    return value === '' ? part.id : `${part.id} ${value}`;
  });
}

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

describe('markThreads', () => {
  it('lights a call with all that it sent, and dims what else its cell sent', () => {
    markThreads(document.body, { hovered: ref(2), pinned: null });
    expect(marked('data-lit')).toEqual(['d2 hovered', 's11 hovered', 's12 hovered']);
    expect(marked('data-dim')).toEqual(['s10', 's13']);
    expect(marked('data-peer')).toEqual([]);
  });

  it('lights one statement with its call, and no other of that call', () => {
    markThreads(document.body, { hovered: ref(2, 12), pinned: null });
    expect(marked('data-lit')).toEqual(['d2 hovered', 's12 hovered']);
    expect(marked('data-dim')).toEqual(['s10', 's11', 's13']);
  });

  it('lights a statement that no call sent by itself', () => {
    markThreads(document.body, { hovered: ref(null, 13), pinned: null });
    expect(marked('data-lit')).toEqual(['s13 hovered']);
  });

  it('outlines what does the work of a pinned call on the other side', () => {
    markThreads(document.body, { hovered: null, pinned: ref(1) });
    expect(marked('data-lit')).toEqual(['d1 pinned', 's10 pinned']);
    expect(marked('data-peer')).toEqual(['a2', 'other']);
  });

  it('takes marks away again', () => {
    markThreads(document.body, { hovered: ref(2), pinned: ref(1) });
    markThreads(document.body, { hovered: null, pinned: null });
    expect([...marked('data-lit'), ...marked('data-dim'), ...marked('data-peer')]).toEqual([]);
  });

  it('makes the chips of a block of code one stop of Tab, where the focus was last', () => {
    markThreads(document.body, { hovered: null, pinned: null });
    const code = document.querySelector('.code');
    const chips = code === null ? [] : chipsIn(code);
    expect(chips.map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
    chips[1]?.focus();
    markThreads(document.body, { hovered: null, pinned: null });
    expect(chips.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
  });
});

describe('refOf', () => {
  it('finds what an element is in', () => {
    const inside = document.getElementById('inside');
    expect(inside && refOf(inside)).toEqual(ref(1, 10));
    expect(refOf(document.body)).toBeNull();
  });
});
