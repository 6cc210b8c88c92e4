import { Dialog } from '@/components/ui/dialog';
import { KeyNames } from '@/components/ui/key-names';
import { useIsMac } from '@/components/ui/use-is-mac';
import { keyMap } from '@/lib/stores/actions/key-map';

/** All keys of the site, by the places where they act. */
export function KeyMapDialog({ onClose }: { readonly onClose: () => void }) {
  const isMac = useIsMac();
  return (
    <Dialog title="Keys" size="wide" onClose={onClose}>
      <div className="key-map">
        {keyMap(isMac).map(({ place, rows }) => (
          <section key={place} aria-label={place}>
            <h3>{place}</h3>
            <dl>
              {rows.map(({ id, words, ways }) => (
                <div key={id}>
                  <dt>
                    <KeyNames ways={ways} />
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="key-map-note">
        Letters act only on a statement that has the focus itself, never while you type.
      </p>
    </Dialog>
  );
}
