import { useClient } from '#client/context.tsx';
import { useImportProgress } from '#client/import-progress.ts';
import { importCalls } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import { Button } from '#ui/button.tsx';
import css from './import.module.css';
import { useImportWords } from './use-import-words.ts';

/** What the server is doing, how far it is, and how to stop it. */
export function ProgressLine({ state }: { readonly state: Import }) {
  const { api } = useClient();
  const { words, figures } = useImportWords();
  const { progress, isLost } = useImportProgress(api, state);
  const phase = progress?.phase ?? null;
  const isCounted = phase === 'checking' && progress !== null && progress.total > 0;
  const label = phase === null ? words.status[state.status] : words.phase[phase];
  return (
    <div className={css['progress']}>
      <p role="status">{isLost ? words.lostLine : `${label} …`}</p>
      <progress
        aria-label={label}
        {...(isCounted && { value: Math.min(progress.done, progress.total), max: progress.total })}
      />
      <span className={css['progressCount']}>
        {isCounted ? words.progress(figures.number(progress.done), figures.number(progress.total)) : ''}
      </span>
      <Button size="small" onPress={() => void importCalls.cancel(api, state.id).catch(() => undefined)}>
        {words.cancel}
      </Button>
    </div>
  );
}
