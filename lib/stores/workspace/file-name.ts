import type { Orm } from '../../orm/orm';
import { PYTHON_KEYWORDS } from '../../util/python-keywords';
import { PYTHON_MODULES } from './python-modules';

/** Files that each side always has. */
const NEEDED_FILES = ['models.py', 'script.py'] as const;

/** What is wrong with a file's name; the sentence is for the person who chose it. */
export interface FileNameProblem {
  readonly kind:
    | 'empty'
    | 'too-long'
    | 'not-python'
    | 'not-a-name'
    | 'keyword'
    | 'taken'
    | 'reserved'
    | 'needed';
  readonly sentence: string;
}

/** Characters of a name, its ending included. */
const MAX_LENGTH = 60;
const ENDING = '.py';
const MODULE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Modules that the engine itself brings to each side. */
const BROUGHT: Readonly<Record<Orm, readonly string[]>> = {
  django: ['settings'],
  sqlalchemy: ['database'],
};
const LIBRARIES: readonly string[] = ['django', 'sqlalchemy', 'alembic', 'ormpilot', 'main', 'conftest'];

/** Whether a file can be neither removed nor given another name. */
export function isNeeded(name: string): boolean {
  return NEEDED_FILES.some((needed) => needed === name);
}

/**
 * Checks the name of a file that is to be added.
 * @param taken the names of that side's other files
 * @returns null for a good name
 */
export function fileNameProblem(orm: Orm, name: string, taken: readonly string[]): FileNameProblem | null {
  const problem = (kind: FileNameProblem['kind'], sentence: string): FileNameProblem => ({ kind, sentence });
  if (name === '') return problem('empty', 'Give the file a name, such as helpers.py.');
  if (name.length > MAX_LENGTH) return problem('too-long', `A name has at most ${MAX_LENGTH} characters.`);
  if (!name.endsWith(ENDING))
    return problem('not-python', 'Only Python files can be added: let the name end in .py.');
  const module = name.slice(0, -ENDING.length);
  if (!MODULE.test(module))
    return problem(
      'not-a-name',
      'Python could not import this: use letters from a to z, digits and _, and begin with no digit.',
    );
  if (PYTHON_KEYWORDS.has(module))
    return problem(
      'keyword',
      `“${module}” is a word of Python's own, so it cannot be imported. Choose another name.`,
    );
  // Systems that take capitals and small letters for the same could not hold both once exported.
  if (taken.some((other) => other.toLowerCase() === name.toLowerCase()))
    return problem('taken', `There is already a file ${name}. Choose another name.`);
  if (BROUGHT[orm].includes(module))
    return problem('reserved', `${name} is there already, as a set-up file. Choose another name.`);
  if (/^__.*__$/.test(module) || LIBRARIES.includes(module) || PYTHON_MODULES.has(module))
    return problem('reserved', `It would hide Python's own module “${module}”. Choose another name.`);
  return null;
}
