import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties that style sheets of components read. */
    [property: `--${string}`]: string | number | undefined;
  }
}
