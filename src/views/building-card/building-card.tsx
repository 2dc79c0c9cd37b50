import { type ReactNode, useId, useMemo } from 'react';
import type { BuildingRow } from '#domain/engine/row.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { gradeInWords } from '#views/table/row-words.ts';
import css from './building-card.module.css';
import type { BuildingDetail } from './building-detail.ts';
import { cardFigures } from './card-facts.ts';
import { CopyLink } from './copy-link.tsx';
import { FactGrid } from './fact-grid.tsx';
import { useCardWords } from './use-card-words.ts';

export interface BuildingCardProps {
  /** null: nothing is selected, and nothing is drawn. */
  readonly row: BuildingRow | null;
  readonly detail: BuildingDetail | 'loading' | 'error' | null;
  readonly names: NamesOf;
  readonly onClose: () => void;
  readonly onRetry: () => void;
  /** Puts a link to this view on the clipboard; rejects when it may not. */
  readonly onCopyLink: () => Promise<void>;
  /** Brings the building into sight; left out where there is no map. */
  readonly onZoomTo?: () => void;
  /** Further steps. */
  readonly actions?: ReactNode;
  /** `float`: above the map; `sheet`: the sheet around it has the frame. */
  readonly frame?: 'float' | 'sheet';
}

/** One building in short: what is known, how well, and what is not. */
export function BuildingCard({ row, ...props }: BuildingCardProps) {
  return row === null ? null : <Card key={row.id} row={row} {...props} />;
}

function Card({ row, frame = 'float', ...props }: BuildingCardProps & { readonly row: BuildingRow }) {
  const { figures, messages } = useLanguage();
  const card = useCardWords();
  const id = useId();
  const detail = typeof props.detail === 'string' ? null : props.detail;
  const facts = useMemo(() => cardFigures(row, detail, figures, card), [row, detail, figures, card]);
  const { counters } = messages;
  const origin = detail
    ? [
        { label: counters.asOf, value: figures.date(detail.asOf) },
        {
          label: counters.source,
          value: row.synthetic ? `${counters.fromFiles} · ${counters.sample}` : counters.fromFiles,
        },
      ]
    : [];
  const sources = props.detail === 'loading' || props.detail === 'error' ? props.detail : 'ready';
  return (
    <article
      className={classNames(css['card'], css[frame])}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <header className={css['top']}>
        <CardTitle id={id} row={row} />
        {frame === 'float' && (
          <Button variant="icon" size="small" label={card.close} onPress={props.onClose}>
            <span aria-hidden="true">×</span>
          </Button>
        )}
      </header>
      <CardSubtitle row={row} detail={props.detail} names={props.names} />
      <div className={css['body']}>
        <FactGrid facts={facts} sources={sources} origin={origin} />
        <Footnote row={row} detail={detail} />
      </div>
      {props.detail === 'error' && (
        <p className={css['failed']} role="alert">
          {card.detailFailed}
          <Button variant="plain" size="small" onPress={props.onRetry}>
            {card.retry}
          </Button>
        </p>
      )}
      <footer className={css['actions']}>
        {props.actions}
        <CopyLink onCopy={props.onCopyLink} />
        {props.onZoomTo && row.position !== null && <Button onPress={props.onZoomTo}>{card.zoomTo}</Button>}
      </footer>
    </article>
  );
}

function CardTitle({ id, row }: { readonly id: string; readonly row: BuildingRow }) {
  const { locale } = useLanguage();
  const isEnglish = locale === 'en' && row.nameEn !== null;
  const second = isEnglish ? row.nameZh : row.nameEn;
  return (
    <div className={css['names']}>
      <h2 id={id} className={css['title']} lang={isEnglish ? 'en' : 'zh-CN'}>
        {isEnglish ? row.nameEn : row.nameZh}
      </h2>
      {second !== null && (
        <p className={css['otherName']} lang={isEnglish ? 'zh-CN' : 'en'}>
          {second}
        </p>
      )}
    </div>
  );
}

function CardSubtitle({
  row,
  detail,
  names,
}: Pick<BuildingCardProps, 'detail' | 'names'> & { readonly row: BuildingRow }) {
  const { figures } = useLanguage();
  const card = useCardWords();
  const { words } = figures;
  const what = [
    words.carrierType[row.carrierType],
    gradeInWords(row, figures, card.claimed),
    words.status[row.status],
    row.circleId === null ? null : names('circle', row.circleId),
  ];
  const address = typeof detail === 'string' ? null : detail?.address;
  return (
    <div className={css['subtitle']}>
      <p className={css['what']}>
        {what.filter((part) => part !== null).join(' · ')}
        {row.synthetic && <span className={css['sample']}>{card.sample}</span>}
      </p>
      <p className={css['address']} lang="zh-CN">
        {detail === 'loading' ? <Skeleton width="70%" height={12} /> : address}
      </p>
    </div>
  );
}

function Footnote({ row, detail }: { readonly row: BuildingRow; readonly detail: BuildingDetail | null }) {
  const { figures } = useLanguage();
  const card = useCardWords();
  const completeness = row.values.completeness?.value ?? detail?.completeness ?? null;
  const units = detail?.floorList.reduce((sum, floor) => sum + floor.units.length, 0) ?? 0;
  const lines = [
    row.position === null
      ? card.noPosition
      : row.position.precisionM === null
        ? card.precisionUnknown
        : card.precision(figures.distance(row.position.precisionM)),
    detail && units > 0
      ? card.inventory(figures.number(detail.floorList.length, 0), figures.number(units, 0))
      : null,
    completeness === null ? null : card.completeness(figures.percent(completeness, 0)),
    detail && `${card.asOf} ${figures.date(detail.asOf)}`,
  ];
  return <p className={css['footnote']}>{lines.filter((line) => line !== null).join(' · ')}</p>;
}
