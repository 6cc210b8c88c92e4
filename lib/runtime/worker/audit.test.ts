import { describe, expect, it } from 'vitest';
import { armAudit } from './audit';

const audit = armAudit();
const paths = (root: unknown, secrets?: Record<string, unknown>) =>
  audit({ root }, secrets).found.filter((path) => path.startsWith('root'));

describe('the audit', () => {
  it('finds a capability through properties, accessors, prototypes, collections and symbols', () => {
    const { fetch } = globalThis;
    expect(paths({ a: { fetch } })).toEqual(['root.a.fetch = fetch']);
    expect(
      paths({
        get a() {
          return fetch;
        },
      }),
    ).toEqual(['root.a = fetch']);
    expect(paths(Object.create({ fetch }))).toEqual(['root.__proto__.fetch = fetch']);
    expect(paths(new Map([[1, { fetch }]]))).toEqual(['root[…].fetch = fetch']);
    expect(paths({ [Symbol('s')]: fetch })).toEqual(['root.Symbol(s) = fetch']);
    expect(paths({ a: globalThis })).toEqual(['root.a = globalThis']);
  });

  it('finds what makes code from text, which every function leads to in an open realm', () => {
    expect(audit({}).found.join('\n')).toContain('which makes code from text');
  });

  it('finds the secrets that it is told', () => {
    const secret = {};
    expect(paths([{ secret }], { port: secret })).toEqual(['root.0.secret = port']);
  });

  it('finds nothing where there is nothing, and survives objects that resist', () => {
    const resisting = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
        getPrototypeOf: () => {
          throw new Error('no');
        },
      },
    );
    const incompatible = Object.create(new Map());
    const throwing = {
      get a(): never {
        throw new Error('no');
      },
    };
    expect(
      paths(
        Object.assign(Object.create(null), { resisting, incompatible, throwing, bytes: new Uint8Array(1) }),
      ),
    ).toEqual([]);
  });
});
