import { describe, expect, it } from 'vitest';
import { parseTraceArguments } from './trace-arguments';

describe('parseTraceArguments', () => {
  it('takes a directory and the defaults', () => {
    expect(parseTraceArguments(['here'])).toEqual({
      kind: 'trace',
      directory: 'here',
      orms: ['django', 'sqlalchemy'],
      wallMs: 30_000,
      boot: 'snapshot',
    });
  });

  it('takes one side, a time in seconds and a plain boot', () => {
    expect(parseTraceArguments(['here', '--orm', 'sqlalchemy', '--timeout', '0.5', '--boot=plain'])).toEqual({
      kind: 'trace',
      directory: 'here',
      orms: ['sqlalchemy'],
      wallMs: 500,
      boot: 'plain',
    });
  });

  it('gives help also without a directory', () => {
    expect(parseTraceArguments(['--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    [[], /which directory/],
    [['a', 'b'], /b is one too many/],
    [['a', '--orm', 'peewee'], /django or sqlalchemy, not peewee/],
    [['a', '--timeout', '0'], /above 0/],
    [['a', '--timeout', 'soon'], /not soon/],
    [['a', '--boot', 'fast'], /snapshot or plain/],
    [['a', '--verbose'], /--verbose/],
  ])('says what is wrong with %j', (args, message) => {
    const command = parseTraceArguments(args);
    expect(command.kind === 'wrong' ? command.message : '').toMatch(message);
  });
});
