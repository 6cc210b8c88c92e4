import { describe, expect, it } from 'vitest';
import { AssetRoleSchema, assetOf, ManifestError, parseManifest } from './manifest';

const HASH = 'ab'.repeat(32);

function manifest(roles: readonly string[]): string {
  return JSON.stringify({
    format: 'orm-pilot/runtime@1',
    versions: { python: '3', sqlite: '3', pyodide: '1', django: '6', sqlalchemy: '2', alembic: '1' },
    assets: roles.map((role) => ({
      role,
      file: `${role}-${HASH.slice(0, 16)}.bin`,
      compression: 'zstd',
      storedBytes: 1,
      storedSha256: HASH,
      rawBytes: 2,
      rawSha256: HASH,
    })),
  });
}

describe('parseManifest', () => {
  it('finds the file of each role', () => {
    const parsed = parseManifest(manifest(AssetRoleSchema.options));
    for (const role of AssetRoleSchema.options) expect(assetOf(parsed, role).role).toBe(role);
  });

  it('refuses a manifest in which a role is missing or stands twice', () => {
    expect(() => parseManifest(manifest(AssetRoleSchema.options.slice(1)))).toThrow(/exactly one file/);
    expect(() => parseManifest(manifest([...AssetRoleSchema.options, 'core']))).toThrow(/exactly one file/);
  });

  it('says what to do about a damaged one', () => {
    expect(() => parseManifest('<!doctype html>')).toThrow(ManifestError);
    expect(() => parseManifest('<!doctype html>')).toThrow(/npm run build:runtime/);
    expect(() => parseManifest('{"format":"other"}')).toThrow(/format/);
  });
});
