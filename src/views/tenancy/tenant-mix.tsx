import { type ReactNode, useState } from 'react';
import type { IndustryMix } from '#domain/indicators/industry-mix.ts';
import type { TenantMix as Mix } from '#domain/indicators/tenant-mix.ts';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useIsPrinting } from '#ui/printing.ts';
import { type FigureOrigin, KeyFigures } from './key-figures.tsx';
import { industryName, mixFigures } from './mix-figures.ts';
import css from './tenancy.module.css';

export interface TenantMixProps {
  readonly tenantMix: Mix;
  readonly industryMix: IndustryMix;
  readonly origin: FigureOrigin;
  /** The way to add what is missing; left out for who may not. */
  readonly onAdd?: ReactNode;
}

/** Who is in the building and what they do. For who may see tenants. */
export function TenantMix({ tenantMix, industryMix, origin, onAdd }: TenantMixProps) {
  const language = useLanguage();
  const words = tenancyMessages[language.locale].mix;
  if (tenantMix.tenants.length === 0) {
    return (
      <EmptyState title={words.none} actions={onAdd}>
        {words.noneWhy}
      </EmptyState>
    );
  }
  return (
    <div className={css['part']}>
      <KeyFigures
        label={words.title}
        figures={mixFigures(tenantMix, industryMix, language)}
        origin={origin}
      />
      <Industries mix={industryMix} />
      <Tenants mix={tenantMix} />
    </div>
  );
}

/** Bars and figures in one: the table is its own twin. */
function Industries({ mix }: { readonly mix: IndustryMix }) {
  const language = useLanguage();
  const { figures, locale } = language;
  const { mix: words, withUnit } = tenancyMessages[locale];
  const most = Math.max(mix.unknownArea, ...mix.industries.map(({ area }) => area));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css['scroller']} aria-label={words.industries} tabIndex={0}>
      <table className={css['table']}>
        <caption className="visually-hidden">{words.industries}</caption>
        <thead>
          <tr>
            <th scope="col">{words.industry}</th>
            <td aria-hidden="true" className={css['bars']} />
            <th scope="col" className={css['figure']}>
              {withUnit(words.area, figures.words.unit.sqm)}
            </th>
            <th scope="col" className={css['figure']}>
              {words.share}
            </th>
            <th scope="col" className={css['figure']}>
              {words.firms}
            </th>
          </tr>
        </thead>
        <tbody>
          {mix.industries.map(({ industry, area, share, tenants }) => (
            <tr key={industry}>
              <th scope="row">{industryName(industry, language)}</th>
              <Track part={area / most} />
              <td className={css['figure']}>{figures.number(area, 0)}</td>
              <td className={css['figure']}>{figures.percent(share)}</td>
              <td className={css['figure']}>{figures.number(tenants, 0)}</td>
            </tr>
          ))}
          {mix.unknownArea > 0 && (
            <tr className={css['missing']}>
              <th scope="row">{words.unknown}</th>
              <Track part={mix.unknownArea / most} isUnknown />
              <td className={css['figure']}>{figures.number(mix.unknownArea, 0)}</td>
              <td className={css['figure']} />
              <td className={css['figure']} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Track({ part, isUnknown = false }: { readonly part: number; readonly isUnknown?: boolean }) {
  return (
    <td aria-hidden="true">
      <span className={css['track']}>
        <span
          className={classNames(css['fill'], isUnknown && css['hatched'])}
          style={{ inlineSize: `${part * 100}%` }}
        />
      </span>
    </td>
  );
}

/** As many as one screen takes beside the rest; on paper all. */
const shownFirst = 8;

function Tenants({ mix }: { readonly mix: Mix }) {
  const language = useLanguage();
  const { figures, locale } = language;
  const { mix: words, withUnit } = tenancyMessages[locale];
  const [isAll, setAll] = useState(false);
  const isPrinting = useIsPrinting();
  const { tenants, unknownArea, occupiedArea } = mix;
  const shown = isAll || isPrinting ? tenants : tenants.slice(0, shownFirst);
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={css['scroller']} aria-label={words.tenants} tabIndex={0}>
        <table className={css['table']}>
          <caption className="visually-hidden">{words.tenants}</caption>
          <thead>
            <tr>
              <th scope="col">{words.tenant}</th>
              <th scope="col">{words.industry}</th>
              <th scope="col" className={css['figure']}>
                {withUnit(words.area, figures.words.unit.sqm)}
              </th>
              <th scope="col" className={css['figure']}>
                {words.shareOfOccupied}
              </th>
              <th scope="col" className={css['figure']}>
                {words.unitCount}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((tenant) => (
              <tr key={tenant.enterpriseId}>
                <th scope="row" lang="zh-CN" className={tenant.name === null ? css['missing'] : undefined}>
                  {tenant.name ?? words.unnamed}
                </th>
                <td className={tenant.industry === null ? css['missing'] : undefined}>
                  {tenant.industry === null ? figures.words.unknown : industryName(tenant.industry, language)}
                </td>
                <td className={css['figure']}>{figures.number(tenant.area, 0)}</td>
                <td className={css['figure']}>{figures.percent(tenant.share)}</td>
                <td className={css['figure']}>{figures.number(tenant.units, 0)}</td>
              </tr>
            ))}
            {unknownArea > 0 && (
              <tr className={css['missing']}>
                <th scope="row">{words.unknownTenant}</th>
                <td />
                <td className={css['figure']}>{figures.number(unknownArea, 0)}</td>
                <td className={css['figure']}>{figures.percent(unknownArea / occupiedArea)}</td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </section>
      {tenants.length > shownFirst && !isPrinting && (
        <Button variant="plain" size="small" onPress={() => setAll(!isAll)}>
          {isAll ? words.showLess : words.showAll(figures.number(tenants.length, 0))}
        </Button>
      )}
    </div>
  );
}
