import { Each } from './each';
import { Kbd } from './kbd';

/** One way or several to press something: "Ctrl Enter", "← or →". */
export function KeyNames({ ways }: { readonly ways: readonly (readonly string[])[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Each of={ways}>
        {(names, index) => (
          <>
            {index > 0 && <span className="text-label text-ink-3">or</span>}
            <Each of={names}>{(name) => <Kbd>{name}</Kbd>}</Each>
          </>
        )}
      </Each>
    </span>
  );
}
