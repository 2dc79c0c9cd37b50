/** What stands in the place of a building file while it is not there. */
import type { ReactNode } from 'react';
import type { NearName } from '#contract/problem.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './building-page.module.css';

export function FileLoading() {
  const { locale } = useLanguage();
  return (
    <div role="status" aria-label={buildingFileMessages[locale].loading} className={css['waiting']}>
      <Skeleton width="38%" height={24} />
      <Skeleton width="56%" height={16} />
      <Skeleton height={72} />
      <Skeleton height={320} />
      <Skeleton height={240} />
    </div>
  );
}

export function FileFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { locale } = useLanguage();
  const words = buildingFileMessages[locale];
  return (
    <div role="alert" className={css['state']}>
      <EmptyState
        isPage
        title={words.failedTitle}
        actions={
          <Button variant="primary" onPress={onRetry}>
            {words.retry}
          </Button>
        }
      >
        {words.failedAdvice}
      </EmptyState>
    </div>
  );
}

/** Names what was asked for and what comes near to it. */
export function FileUnknown({
  id,
  near,
  link,
}: {
  readonly id: string;
  readonly near: readonly NearName[];
  readonly link: (to: string, text: string) => ReactNode;
}) {
  const { locale } = useLanguage();
  const words = buildingFileMessages[locale];
  return (
    <div className={css['state']}>
      <EmptyState isPage title={words.unknownTitle(id.slice(0, 60))} actions={link('/', words.backToFind)}>
        <p>{words.unknownAdvice}</p>
        {near.length > 0 && (
          <>
            <p className={css['near']}>{words.near}</p>
            <ul className={css['nearNames']}>
              {near.map((one) => (
                <li key={one.id}>{link(`/buildings/${encodeURIComponent(one.id)}`, one.nameZh)}</li>
              ))}
            </ul>
          </>
        )}
      </EmptyState>
    </div>
  );
}
