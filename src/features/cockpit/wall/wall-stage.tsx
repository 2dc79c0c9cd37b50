import { type ReactNode, useMemo, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { OnlyLookedAt } from '#views/chart-frame/chart-frame.tsx';
import type { Freshness } from './use-freshness.ts';
import { useRotation } from './use-rotation.ts';
import { useFullScreen, useIsIdle, useKeys, useStageScale } from './use-stage.ts';
import { useWallWords } from './use-wall-words.ts';
import css from './wall.module.css';

export interface WallView {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

export interface WallStageProps {
  /** None: nothing is there to show yet. */
  readonly views: readonly WallView[];
  /** Whose figures: the district, or what a filter leaves of it. */
  readonly scope: string;
  readonly period: string;
  /** Last day of the data. */
  readonly asOf: string | null;
  /** The buildings are made up. */
  readonly isSample: boolean;
  /** No building passes the filter. */
  readonly isEmpty: boolean;
  readonly freshness: Freshness;
  readonly seconds: number;
  readonly onLeave: () => void;
}

export function WallStage({ views, seconds, onLeave, ...told }: WallStageProps) {
  const { wall } = useWallWords();
  const root = useRef<HTMLElement>(null);
  const rotation = useRotation(views.length, seconds);
  const full = useFullScreen(root);
  const scale = useStageScale();
  const isIdle = useIsIdle();
  const { step } = rotation;
  const keys = useMemo(() => {
    const [next, previous, toggle] = [() => step('next'), () => step('previous'), () => step('toggle')];
    return {
      ArrowRight: next,
      PageDown: next,
      ArrowLeft: previous,
      PageUp: previous,
      ' ': toggle,
      p: toggle,
      f: full.toggle,
      Escape: onLeave,
    };
  }, [step, full.toggle, onLeave]);
  useKeys(keys);
  const view = views[rotation.at];
  return (
    <main
      id="content"
      ref={root}
      tabIndex={-1}
      className={classNames(css['wall'], isIdle && css['idle'])}
      aria-busy={!view}
    >
      <div className={css['stage']} style={{ zoom: scale }}>
        <header className={css['head']}>
          <h1 className={css['title']}>{view?.title ?? wall.title}</h1>
          <p className={css['scope']}>{told.scope}</p>
          <p className={css['period']}>{told.period}</p>
        </header>
        <section key={view?.id} className={css['view']} aria-label={view?.title ?? wall.loading}>
          <OnlyLookedAt value={true}>
            {view?.content ?? <Nothing isEmpty={told.isEmpty} isLost={told.freshness.isLost} />}
          </OnlyLookedAt>
        </section>
        <footer className={css['foot']}>
          <Fresh {...told} />
          {rotation.isPaused && <p className={css['paused']}>{wall.paused}</p>}
          <Controls views={views} rotation={rotation} full={full} isIdle={isIdle} onLeave={onLeave} />
        </footer>
      </div>
    </main>
  );
}

function Nothing({ isEmpty, isLost }: { readonly isEmpty: boolean; readonly isLost: boolean }) {
  const { wall } = useWallWords();
  if (isEmpty) return <EmptyState title={wall.empty}>{wall.emptyAdvice}</EmptyState>;
  if (isLost) return <EmptyState title={wall.waiting}>{wall.waitingAdvice}</EmptyState>;
  return (
    <div role="status" aria-label={wall.loading}>
      <Skeleton height={380} />
    </div>
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time of day where the wall hangs; with the day where it is another than today. */
function timeText(at: number, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const key = `${locale} ${isToday}`;
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const clock =
    clocks.get(key) ??
    new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      ...(isToday ? {} : day),
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
  clocks.set(key, clock);
  return clock.format(at);
}

function Fresh({ asOf, isSample, freshness }: Pick<WallStageProps, 'asOf' | 'isSample' | 'freshness'>) {
  const { wall, cockpit, figures, locale } = useWallWords();
  const { updatedAt, isLost } = freshness;
  const time = updatedAt === 0 ? null : timeText(updatedAt, locale);
  return (
    <p className={css['fresh']} role="status">
      {asOf !== null && <span>{wall.asOf(figures.date(asOf))}</span>}
      {isSample && <span>{cockpit.synthetic}</span>}
      {time !== null && !isLost && <span>{wall.updated(time)}</span>}
      {time !== null && isLost && <strong className={css['lost']}>{wall.stale(time)}</strong>}
    </p>
  );
}

function Controls({
  views,
  rotation: { at, isPaused, step, show },
  full,
  isIdle,
  onLeave,
}: {
  readonly views: readonly WallView[];
  readonly rotation: ReturnType<typeof useRotation>;
  readonly full: ReturnType<typeof useFullScreen>;
  readonly isIdle: boolean;
  readonly onLeave: () => void;
}) {
  const { wall, figures } = useWallWords();
  const press = (text: string, label: string, onPress: () => void) => (
    <Button variant="icon" size="small" label={label} onPress={onPress}>
      {text}
    </Button>
  );
  return (
    <nav className={css['controls']} aria-label={wall.controls} title={wall.keys}>
      <ol className={css['places']}>
        {views.map(({ id, title }, place) => (
          <li key={id}>
            <button
              type="button"
              className={css['place']}
              aria-current={place === at ? 'true' : undefined}
              aria-label={wall.view(figures.number(place + 1, 0), figures.number(views.length, 0), title)}
              onClick={() => show(place)}
            />
          </li>
        ))}
      </ol>
      <div className={classNames(css['buttons'], isIdle && css['faint'])}>
        {press('‹', wall.previous, () => step('previous'))}
        {press(isPaused ? '▶' : '❚❚', isPaused ? wall.resume : wall.pause, () => step('toggle'))}
        {press('›', wall.next, () => step('next'))}
        <Button variant="plain" size="small" onPress={full.toggle}>
          {full.isFull ? wall.leaveFullScreen : wall.fullScreen}
        </Button>
        {press('✕', wall.leave, onLeave)}
      </div>
    </nav>
  );
}
