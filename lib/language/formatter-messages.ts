/** Page → worker: ruff's code first, then texts. */
export type FormatMessage =
  | { readonly type: 'start'; readonly module: WebAssembly.Module; readonly lineLength: number }
  | { readonly type: 'format'; readonly id: number; readonly text: string };

/** Worker → page. */
export type FormatAnswer =
  | { readonly id: number; readonly kind: 'formatted'; readonly text: string }
  /** It does not compile; ruff's own words. */
  | { readonly id: number; readonly kind: 'refused'; readonly message: string };
