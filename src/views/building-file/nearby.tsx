import type { ReactNode } from 'react';
import { type Near, nearest } from '#domain/building-file/nearby.ts';
import type { Metres } from '#domain/measure.ts';
import type { CarrierType, Position } from '#domain/model/building.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import css from './nearby.module.css';

export interface Station {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly lines: readonly string[];
  readonly lon: number;
  readonly lat: number;
}

export interface Neighbour {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly carrierType: CarrierType;
  readonly position: Position | null;
  readonly availableArea: { readonly value: number } | null;
  readonly askingRent: number | null;
}

/** How far people walk to the metro, and how far a neighbour is one. */
export const stationsWithinM: Metres = 1_500;
export const neighboursWithinM: Metres = 500;
const shownNeighbours = 8;

/** Stations and buildings around; the building itself left out. */
export function Nearby({
  id,
  position,
  stations,
  neighbours,
  link,
}: {
  readonly id: string;
  /** null: nobody knows where it stands, and so what is around. */
  readonly position: Position | null;
  readonly stations: readonly Station[];
  readonly neighbours: readonly Neighbour[];
  readonly link: (to: string, text: string) => ReactNode;
}) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale].nearby;
  if (position === null) return <p className={css['none']}>{words.noPosition}</p>;
  const precision = position.precisionM === null ? null : figures.distance(position.precisionM);
  return (
    <div className={css['nearby']}>
      <Stations near={nearest(position, stations, (station) => station, stationsWithinM)} />
      <Neighbours
        link={link}
        near={nearest(
          position,
          neighbours.filter((one) => one.id !== id),
          (one) => one.position,
          neighboursWithinM,
        )}
      />
      <p className={css['note']}>{words.note(precision)}</p>
    </div>
  );
}

function Stations({ near }: { readonly near: readonly Near<Station>[] }) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale].nearby;
  return (
    <section aria-label={words.metro}>
      <h3 className={css['title']}>{words.metro}</h3>
      {near.length === 0 && (
        <p className={css['none']}>{words.noStation(figures.distance(stationsWithinM))}</p>
      )}
      <ul className={css['list']}>
        {near.map(({ one, distanceM }) => (
          <li key={one.id} className={css['line']}>
            <span>
              {locale === 'zh' ? one.nameZh : one.nameEn}
              <span className={css['aside']}>{one.lines.join(figures.words.listSeparator)}</span>
            </span>
            <span className={css['figure']}>{figures.distance(distanceM)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbours({
  near,
  link,
}: {
  readonly near: readonly Near<Neighbour>[];
  readonly link: (to: string, text: string) => ReactNode;
}) {
  const { figures, locale } = useLanguage();
  const words = buildingFileMessages[locale].nearby;
  const others = near.length - shownNeighbours;
  return (
    <section aria-label={words.buildings}>
      <h3 className={css['title']}>{words.buildings}</h3>
      {near.length === 0 && (
        <p className={css['none']}>{words.noBuilding(figures.distance(neighboursWithinM))}</p>
      )}
      <ul className={css['list']}>
        {near.slice(0, shownNeighbours).map(({ one, distanceM }) => (
          <li key={one.id} className={css['line']}>
            <span>
              {link(
                `/buildings/${encodeURIComponent(one.id)}`,
                (locale === 'en' && one.nameEn) || one.nameZh,
              )}
              <span className={css['aside']}>
                {figures.words.carrierType[one.carrierType]} ·{' '}
                {words.available(figures.withUnit('sqm', one.availableArea?.value ?? null))} ·{' '}
                {figures.withUnit('yuanPerSqmMonth', one.askingRent)}
              </span>
            </span>
            <span className={css['figure']}>{figures.distance(distanceM)}</span>
          </li>
        ))}
      </ul>
      {others > 0 && <p className={css['none']}>{words.more(figures.number(others, 0))}</p>}
    </section>
  );
}
