import { useEffect } from 'react';
import { useMessages } from './locale.tsx';

/** The name of a page in the title of the window, before that of the site, until the page is left. */
export function usePageTitle(name: string): void {
  const { shell } = useMessages();
  useEffect(() => {
    document.title = `${name} · ${shell.title}`;
    return () => {
      document.title = shell.title;
    };
  }, [name, shell.title]);
}
