'use client';

import { useEffect, useRef, useState } from 'react';
import type { OpenImage } from '@/lib/inspect';
import { pageInspector } from '@/lib/stores/page-stores';
import { messageOf } from './message-of';

/** A database that is being opened, or why it cannot be. */
export type ImageState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly image: OpenImage }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Opens a database for as long as it is asked for. Another one takes its place when it is open itself, so that
 * what is shown never goes blank in between.
 * @param bytes null: nothing is opened
 */
export function useImage(bytes: Uint8Array | null): ImageState | null {
  const [state, setState] = useState<ImageState>({ kind: 'opening' });
  const shown = useRef<OpenImage | null>(null);
  useEffect(() => {
    if (bytes === null) return;
    let isWanted = true;
    pageInspector()
      .then((inspector) => inspector.openImage(bytes))
      .then(
        (image) => {
          if (!isWanted) return image.close();
          const before = shown.current;
          shown.current = image;
          setState({ kind: 'open', image });
          return before?.close();
        },
        (error: unknown) => {
          if (isWanted) setState({ kind: 'failed', message: messageOf(error) });
        },
      );
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  useEffect(
    () => () => {
      void shown.current?.close();
      shown.current = null;
    },
    [],
  );
  return bytes === null ? null : state;
}
