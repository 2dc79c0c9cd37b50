import { useLanguage } from '#format/locale.tsx';
import css from './find.module.css';
import { useFindState } from './use-find.ts';

/** What the symbol under the pointer stands for. The table says the same to whoever has no pointer. */
export function MapTip() {
  const shown = useFindState((state) => state.shown);
  const tip = useFindState((state) => state.tip);
  const { locale, messages, figures } = useLanguage();
  if (!tip || !shown) return null;
  const { words } = figures;
  const name = (locale === 'en' && shown.namesEn[tip.row]) || (shown.namesZh[tip.row] ?? '');
  const title = tip.count > 1 ? messages.find.clusterTitle(figures.number(tip.count)) : name;
  const available =
    tip.available === null ? words.unknown : `${figures.short(Math.round(tip.available))} ${words.unit.sqm}`;
  const vacancy = tip.vacancy === null ? words.unknown : figures.percent(tip.vacancy);
  return (
    <div className={css['tip']} style={{ left: tip.point.x, top: tip.point.y }} aria-hidden="true">
      <strong>{title}</strong>
      <span>
        {words.clause.available} {available} · {words.clause.vacancy} {vacancy}
      </span>
    </div>
  );
}
