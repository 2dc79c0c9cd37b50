import { useSyncExternalStore } from 'react';

let isPrinting = false;

function watchPrinting(onChange: () => void): () => void {
  const set = (value: boolean) => () => {
    isPrinting = value;
    onChange();
  };
  const [begin, end] = [set(true), set(false)];
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** Whether the page is being put on paper: for what style sheets cannot change, such as the size of a drawing. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(watchPrinting, () => isPrinting);
}
