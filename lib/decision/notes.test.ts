import { expect, it } from 'vitest';
import { readAnswers } from './answer-text';
import { NOTE_TEXTS, NOTES, notesFor } from './notes';

it.each([
  ['1.faabbbcbbbbbab.1234.-.-00', []],
  ['1.feabbbcbbbbbab.1234.-.-00', ['N-1']],
  ['1.fgabbbcbbbbbab.1234.-.-00', ['N-2']],
  ['1.ffabbbcbbbbbab.1234.-.-00', ['N-3']],
  ['1.ffabbbcbbbbbab.1234.tidb.-00', []],
  ['1.faabbbcbbabbab.1234.-.-00', ['N-4']],
  ['1.faabbbcbbabbab.2314.-.-00', []],
  ['1.faabbbcbbabbab.1213.-.-00', []],
  ['1.faabbbcbbabbab.----.-.-00', []],
  ['1.faabbbcbbabbab.---1.-.-00', ['N-4']],
  ['1.faabbbcbbcbbab.2314.-.-00', ['N-4']],
  ['1.faabbbcbbcbbab.--1-.-.-00', ['N-4']],
  ['1.faabbbcbbcbbab.1213.-.-00', []],
  ['1.feabbbcbbcbbab.2314.-.-00', ['N-1', 'N-4']],
])('%s calls for the notes %j', (text, notes) => {
  const read = readAnswers(text);
  expect(read.kind === 'answers' ? notesFor(read.answers) : null).toEqual(notes);
});

it('says each in sentences', () => {
  for (const note of NOTES) expect(NOTE_TEXTS[note]).toMatch(/^[A-Z].*\.$/);
});
