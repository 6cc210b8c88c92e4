import { type PageColours, pageColours } from './editor-theme';

/** The page's colours as they are now. */
export function readPageColours(): PageColours {
  const style = getComputedStyle(document.documentElement);
  return pageColours((token) => toHex(style.getPropertyValue(token).trim()));
}

/**
 * Calls back when the page may have other colours: its theme or the system's was changed.
 * @returns what ends that
 */
export function watchPageColours(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributeFilter: ['class', 'style', 'data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', callback);
  };
}

/** The editor only takes `#rrggbb`; the browser turns every other way to write a colour into that. */
function toHex(colour: string): string | null {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour.toLowerCase();
  if (colour === '' || !CSS.supports('color', colour)) return null;
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
