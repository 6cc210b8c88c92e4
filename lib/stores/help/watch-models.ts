import type { Orm } from '../../orm/orm';
import type { DescribeAnswer } from '../../runtime/tools/describe';
import type { Problem } from '../../runtime/tools/problem';
import type { EnginesStore } from '../engines/engines';
import type { ImageOf } from '../runs/starting-image';
import type { WorkspaceStore } from '../workspace/workspace';

type Described = Extract<DescribeAnswer, { readonly kind: 'described' }>;
type Files = Readonly<Record<string, string>>;

/** What a watch rests on, and whom it tells. */
export interface ModelWatchParts {
  readonly workspace: WorkspaceStore;
  readonly engines: EnginesStore;
  readonly imageOf: ImageOf;
  readonly onChecked: (orm: Orm, problems: readonly Problem[], files: Files) => void;
  /** A look has ended, whatever came of it. */
  readonly onLooked: (orm: Orm) => void;
  readonly onDescribed: (orm: Orm, described: Described, files: Files) => void;
}

/** A pause in typing after which code is looked at, in milliseconds. */
const PAUSE_MS = 700;
const SCRIPT = 'script.py';

/**
 * Makes what asks an interpreter about a side's code once its author pauses: what is wrong with it, and
 * whenever files beside the script have changed, what its models are. The script is not run.
 * @returns to be called after each change of a side
 */
export function createModelWatch(parts: ModelWatchParts): (orm: Orm) => void {
  const { workspace, engines, imageOf, onChecked, onDescribed, onLooked } = parts;
  const timers = new Map<Orm, ReturnType<typeof setTimeout>>();
  const known = new Map<Orm, string>();

  const look = async (orm: Orm): Promise<void> => {
    const { files: all, database } = workspace.getState();
    const files = all[orm];
    const runtime = await engines.getState().runtime();
    const image = await imageOf(database);
    const engine = runtime[orm];
    const key = JSON.stringify(Object.entries(files).filter(([name]) => name !== SCRIPT));
    const isKnown = known.get(orm) === key;
    const described = isKnown ? null : await engine.ask('describe', { files, image });
    if (described?.kind === 'answer' && described.answer.kind === 'described') {
      known.set(orm, key);
      onDescribed(orm, described.answer, files);
    }
    const checked = await engine.ask('check', { files, image });
    if (checked?.kind === 'answer') onChecked(orm, checked.answer.problems, files);
  };

  return (orm) => {
    clearTimeout(timers.get(orm));
    const timer = setTimeout(() => {
      // Without an interpreter there is nothing to be said; the engines' states say why.
      look(orm)
        .catch(() => {})
        .finally(() => onLooked(orm));
    }, PAUSE_MS);
    timers.set(orm, timer);
  };
}
