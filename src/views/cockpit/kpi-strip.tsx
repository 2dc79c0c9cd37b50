import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import css from './kpi.module.css';
import { type Kpi, KpiCard, type KpiTime } from './kpi-card.tsx';
import { useCockpitWords } from './use-cockpit-words.ts';

interface KpisProps {
  readonly kpis: readonly Kpi[];
  readonly time: KpiTime;
  /** The card whose explanation is open. */
  readonly openId: string | null;
  readonly onExplain: (id: string, card: HTMLElement) => void;
}

/** The figures that stand above everything, side by side. */
export function KpiStrip({ kpis, time, openId, onExplain }: KpisProps) {
  const { cockpit } = useCockpitWords();
  return (
    <ul className={css['strip']} aria-label={cockpit.kpi.strip}>
      {kpis.map((kpi) => (
        <li key={kpi.id}>
          <KpiCard kpi={kpi} time={time} isOpen={kpi.id === openId} onExplain={onExplain} />
        </li>
      ))}
    </ul>
  );
}

/** Indicators by what they speak of, in the order of the registry. */
const themes = {
  space: [
    'occupancyRate',
    'vacancyRate',
    'availableArea',
    'availabilityRate',
    'netAbsorption',
    'monthsOfSupply',
    'longVacancyShare',
    'heritageActivationRate',
  ],
  rent: [
    'askingRent',
    'netEffectiveRent',
    'waltByArea',
    'waltByRent',
    'expiring12mRate',
    'retrofitRentPremium',
  ],
  tenants: ['tenantCount', 'localRegistrationRate', 'localTaxpayerRate', 'netTenantInflow'],
  tax: [
    'totalTax',
    'districtTax',
    'taxPerSqm',
    'taxPerOccupiedSqm',
    'taxPerEmployee',
    'taxTier',
    'hundredMillionBuildings',
    'keyBuildingTaxShare',
    'topFiveTaxShare',
  ],
  industry: ['leadingIndustryShare', 'industryHhi'],
} as const satisfies Readonly<Record<string, readonly AnyIndicatorId[]>>;

/** All indicators by theme; what the role may not see is not among them, nor is a theme without any. */
export function IndicatorGrid({ kpis, time, openId, onExplain }: KpisProps) {
  const { cockpit } = useCockpitWords();
  return (
    <div className={css['themes']}>
      {(Object.keys(themes) as (keyof typeof themes)[]).map((theme) => {
        const ids: readonly string[] = themes[theme];
        const own = kpis.filter(({ id }) => ids.includes(id));
        if (own.length === 0) return null;
        return (
          <section key={theme} aria-label={cockpit.kpi.themes[theme]}>
            <h3 className={css['theme']}>{cockpit.kpi.themes[theme]}</h3>
            <ul className={css['grid']}>
              {own.map((kpi) => (
                <li key={kpi.id}>
                  <KpiCard kpi={kpi} time={time} isOpen={kpi.id === openId} onExplain={onExplain} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
