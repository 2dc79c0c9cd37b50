import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import css from './correction-list.module.css';
import type { TrendCorrection, TrendMonths } from './month-rows.ts';

type Figure = TrendCorrection['figure'];

/** What of the months shown was put right: the original beside what counts, who, when and why. Nothing without any. */
export function CorrectionList({
  months,
  figures: wanted,
}: {
  readonly months: TrendMonths;
  readonly figures: readonly Figure[];
}) {
  const { locale, figures } = useLanguage();
  const { corrections: words } = tenancyMessages[locale];
  const found = months
    .toReversed()
    .flatMap(({ month, corrections = [] }) =>
      corrections.filter(({ figure }) => wanted.includes(figure)).map((one) => ({ month, ...one })),
    );
  if (found.length === 0) return null;
  const shown = (figure: Figure, value: number | null) => {
    if (value === null) return figures.words.unknown;
    if (figure === 'tenantCount') return figures.number(value, 0);
    if (figure === 'totalTax') return `${figures.number(value, 0)} ${figures.words.unit.yuan}`;
    return figures.withUnit('sqm', value);
  };
  return (
    <section className={css['box']} aria-label={words.title}>
      <h4 className={css['title']}>{words.title}</h4>
      <p className={css['note']}>{words.note}</p>
      <ul className={css['list']}>
        {found.map(({ month, figure, reported, corrected, reason, correctedOn, correctedBy }) => (
          <li key={`${month} ${figure}`} className={css['item']}>
            <span>
              {figures.month(month)} {words.figure[figure]}
            </span>
            <span className={css['figures']}>
              <del>{shown(figure, reported)}</del>
              <span aria-hidden="true"> → </span>
              <ins className={css['counts']}>{shown(figure, corrected)}</ins>
            </span>
            <span className={css['note']}>
              {words.by(correctedBy ?? figures.words.unknown, figures.date(correctedOn))}
            </span>
            {reason !== null && <span className={css['note']}>{words.reason(reason)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
