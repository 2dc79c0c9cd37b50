import { useMessages } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import css from './shell.module.css';

export function NotFound() {
  const { shell } = useMessages();
  return (
    <main id="content" className={css['centred']} tabIndex={-1}>
      <EmptyState
        isPage
        title={shell.notFoundTitle}
        actions={
          <a className={css['link']} href={import.meta.env.BASE_URL}>
            {shell.backToFind}
          </a>
        }
      >
        {shell.notFoundAdvice}
      </EmptyState>
    </main>
  );
}

/** What is shown when a page breaks: never blank, and the question is still in the address. */
export function Crashed() {
  const { shell } = useMessages();
  return (
    <main id="content" className={css['centred']} tabIndex={-1} role="alert">
      <EmptyState
        isPage
        title={shell.crashTitle}
        actions={
          <Button variant="primary" onPress={() => window.location.reload()}>
            {shell.reload}
          </Button>
        }
      >
        {shell.crashAdvice}
      </EmptyState>
    </main>
  );
}
