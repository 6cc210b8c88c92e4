/** How far the files of the runtime have come. */
export interface AssetProgress {
  /** Bytes that have arrived, or were there already, as they lie on the host. */
  readonly receivedBytes: number;
  readonly totalBytes: number;
}
