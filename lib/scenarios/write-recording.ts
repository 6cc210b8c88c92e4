import type { Outcome } from '../trace/schema';
import type { Recording } from './types';

/**
 * Writes a recording as JSON with a line for each cell, call and statement, so that a change of the
 * ORMs shows as a readable difference of lines.
 */
export function writeRecording({ recordedOn, trace }: Recording): string {
  return [
    `{"recordedOn": ${JSON.stringify(recordedOn)}, "trace": {`,
    `"schema": ${JSON.stringify(trace.schema)},`,
    `"versions": ${JSON.stringify(trace.versions)},`,
    `"django": ${writeOutcome(trace.django)},`,
    `"sqlalchemy": ${writeOutcome(trace.sqlalchemy)}`,
    '}}',
    '',
  ].join('\n');
}

function writeOutcome({ kind, error, trace }: Outcome): string {
  return [
    `{"kind": ${JSON.stringify(kind)},${error === undefined ? '' : ` "error": ${JSON.stringify(error)},`} "trace": {`,
    `"cells": ${writeList(trace.cells)},`,
    `"calls": ${writeList(trace.calls)},`,
    `"statements": ${writeList(trace.statements)},`,
    `"timing": ${JSON.stringify(trace.timing)},`,
    `"notices": ${writeList(trace.notices)}`,
    '}}',
  ].join('\n');
}

function writeList(items: readonly unknown[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]`;
}
