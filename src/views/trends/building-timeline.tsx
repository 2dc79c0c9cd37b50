import type { ReactNode } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { classNames } from '#ui/class-names.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import css from './timeline.module.css';
import { type TimelineEvent, type TimelineSource, timelineEvents } from './timeline-events.ts';

export interface BuildingTimelineProps {
  readonly source: TimelineSource;
  /** The way to add what is missing; left out for who may not. */
  readonly onAdd?: ReactNode;
}

/** What is on file of the building's past and of what is to come, in the order of time. */
export function BuildingTimeline({ source, onAdd }: BuildingTimelineProps) {
  const language = useLanguage();
  const words = tenancyMessages[language.locale].timeline;
  const events = timelineEvents(source);
  return (
    <>
      {events.length <= 1 && (
        <EmptyState title={words.none} actions={onAdd}>
          {words.noneWhy}
        </EmptyState>
      )}
      <ol className={css['timeline']} aria-label={words.title}>
        {events.map((event) => (
          <li
            key={`${event.kind} ${event.date} ${inWords(event, language)}`}
            className={classNames(
              css['event'],
              !event.isPast && css['future'],
              event.kind === 'status' && css['now'],
            )}
          >
            <time className={css['date']} dateTime={event.date}>
              {language.figures.date(event.date)}
            </time>
            <span>{inWords(event, language)}</span>
          </li>
        ))}
      </ol>
      <p className={css['note']}>{source.leases === null ? words.publicNote : words.note}</p>
    </>
  );
}

function inWords(event: TimelineEvent, { figures, locale }: Language): string {
  const words = tenancyMessages[locale].timeline;
  switch (event.kind) {
    case 'completed':
      return event.isPast ? words.completed : words.willComplete;
    case 'status':
      return words.now(figures.words.status[event.status]);
    case 'free':
      return words.free(figures.withUnit('sqm', event.area), figures.number(event.units, 0));
    case 'starts':
    case 'ends': {
      const write = event.kind === 'starts' ? words.starts : event.isPast ? words.endsPast : words.ends;
      return write(event.enterprise ?? words.someTenant, figures.withUnit('sqm', event.area));
    }
  }
}
