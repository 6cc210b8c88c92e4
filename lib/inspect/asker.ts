import type { Host, Hosted } from '../runtime/host';
import { assertNever } from '../util/assert-never';
import type { AnswerMessage, AskMessage, CommandName, Commands, StartMessage } from './contract';
import { InspectorError, NotOpenError, TookTooLongError } from './inspector-error';
import { ImageError } from './sqlite/image-error';

/** Asks the inspector's worker one thing at a time. */
export interface Asker {
  /**
   * Asks, once all earlier questions are answered. SQLite cannot be interrupted: a question that takes
   * too long ends the worker, and the next one has a new worker, which knows nothing of the old one's.
   *
   * @param limitMs how long it may take, from when the worker has it
   * @throws ImageError, NotOpenError, InspectorError what the command refuses
   * @throws TookTooLongError when it was stopped
   * @throws InspectorError when the worker fails, or is closed
   */
  readonly ask: <Name extends CommandName>(
    limitMs: number,
    name: Name,
    ...args: Parameters<Commands[Name]>
  ) => Promise<ReturnType<Commands[Name]>>;
  /** Ends the worker, and the question that it is at; a later question starts a new one. */
  readonly close: () => void;
}

/** Where workers come from and what each is given first. */
export interface AskerParts {
  readonly host: Host;
  readonly module: WebAssembly.Module;
}

/**
 * Makes an asker; its worker starts with the first question.
 * @param load gives the parts; asked again when it failed
 */
export function createAsker(load: () => Promise<AskerParts>): Asker {
  let worker: Hosted | null = null;
  let fail: (error: InspectorError) => void = () => {};
  let last: Promise<unknown> = Promise.resolve();
  let loading: Promise<AskerParts> | null = null;
  let id = 0;

  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  const loaded = async (): Promise<AskerParts> => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  const started = async (): Promise<Hosted> => {
    const { host, module } = await loaded();
    if (worker !== null) return worker;
    const begun = host.spawn((why) => fail(stoppedWorking(why)));
    const start: StartMessage = { module };
    begun.port.postMessage(start);
    worker = begun;
    return begun;
  };
  const askNow = async (limitMs: number, name: CommandName, args: AskMessage['args']): Promise<unknown> => {
    const { port } = await started();
    id += 1;
    const question = { id, name, args } as const;
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        fail = () => {};
      };
      fail = (error) => {
        settle();
        end();
        reject(error);
      };
      const timer = setTimeout(() => fail(new TookTooLongError(limitMs)), limitMs);
      port.onmessage = ({ data }: MessageEvent<AnswerMessage>) => {
        if (data.id !== question.id) return;
        const outcome = outcomeOf(data);
        if (outcome.kind === 'broken') {
          fail(outcome.error);
          return;
        }
        settle();
        if (outcome.kind === 'value') resolve(outcome.value);
        else reject(outcome.error);
      };
      port.postMessage(question);
    });
  };
  return {
    ask: <Name extends CommandName>(limitMs: number, name: Name, ...args: Parameters<Commands[Name]>) => {
      const answered = last.then(() => askNow(limitMs, name, args));
      last = answered.catch(() => {});
      return answered as Promise<ReturnType<Commands[Name]>>;
    },
    close: () => {
      fail(new InspectorError('The database inspector was closed before it had answered.'));
      end();
    },
  };
}

type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly error: Error }
  /** The worker is of no more use. */
  | { readonly kind: 'broken'; readonly error: InspectorError };

function outcomeOf(answer: AnswerMessage): Outcome {
  switch (answer.kind) {
    case 'value':
      return answer;
    case 'image-error':
      return { kind: 'refused', error: new ImageError(answer.why) };
    case 'unreadable':
      return { kind: 'refused', error: new InspectorError(answer.message) };
    case 'not-open':
      return { kind: 'refused', error: new NotOpenError() };
    case 'fault':
      return { kind: 'broken', error: stoppedWorking(`${answer.message}.`) };
    default:
      return assertNever(answer);
  }
}

/** @param why a sentence */
function stoppedWorking(why: string): InspectorError {
  return new InspectorError(`The database inspector stopped working. ${why} Try it again.`);
}
