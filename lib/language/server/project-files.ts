import type { Orm } from '../../orm/orm';

/** The folder of a side's files, in which the server has a project of its own. */
export function folderOf(orm: Orm): string {
  return `/${orm}`;
}

/** Where a side's file lies for the server. */
export function uriOf(orm: Orm, file: string): string {
  return `file://${folderOf(orm)}/${file}`;
}

/** The file of a side that an address of the server's means; null for one of a package. */
export function fileOf(orm: Orm, uri: string): string | null {
  const start = `file://${folderOf(orm)}/`;
  return uri.startsWith(start) ? decodeURIComponent(uri.slice(start.length)) : null;
}

/**
 * What is reported. Off is what is right in a script of cells (a last expression is shown, a name is given
 * anew) or in an ORM's own style, and what every import of a package that is only described would bring.
 */
const CONFIGURATION = {
  typeshedPath: '/typeshed',
  stubPath: '/typings',
  extraPaths: ['/packages'],
  pythonVersion: '3.14',
  pythonPlatform: 'Linux',
  typeCheckingMode: 'standard',
  reportIncompatibleMethodOverride: false,
  reportIncompatibleVariableOverride: false,
  reportMissingModuleSource: false,
  reportOptionalMemberAccess: false,
  reportRedeclaration: false,
  reportUnusedCoroutine: false,
  reportUnusedExpression: false,
};

/** A script on SQLAlchemy's side finds a session ready. */
const SESSION = 'from sqlalchemy.orm import Session as _Session\n\nsession: _Session\n';

/**
 * The files of a side's project beside the person's own, by path. `settings.py` and `database.py` are among
 * the files that the build packs.
 */
export function projectFiles(orm: Orm): Record<string, string> {
  const folder = folderOf(orm);
  return {
    [`${folder}/pyrightconfig.json`]: JSON.stringify(CONFIGURATION),
    ...(orm === 'sqlalchemy' ? { [`${folder}/__builtins__.pyi`]: SESSION } : {}),
  };
}
