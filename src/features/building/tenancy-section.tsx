/** Who is in the building, until when, and how it went over the years. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useClient } from '#client/context.tsx';
import { buildingMonthsQuery, tenancyQuery } from '#client/tenancy.ts';
import type { BuildingDetail } from '#contract/building-detail.ts';
import type { Tenancy } from '#contract/tenancy.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ExpiryProfile } from '#views/tenancy/expiry-profile.tsx';
import { TenantMix } from '#views/tenancy/tenant-mix.tsx';
import { BuildingTimeline } from '#views/trends/building-timeline.tsx';
import { OccupancyTrend } from '#views/trends/occupancy-trend.tsx';
import { TaxTrend } from '#views/trends/tax-trend.tsx';
import css from './building-page.module.css';

export interface SectionProps {
  readonly file: BuildingDetail;
  /** As the page calls it. */
  readonly name: string;
  /** The way to add what is missing; undefined for who may not. */
  readonly onAdd: ReactNode;
}

/** For who may see tenants. */
export function TenancySection({ file, name, onAdd }: SectionProps) {
  const { api } = useClient();
  const { locale } = useLanguage();
  const words = tenancyMessages[locale];
  const query = useQuery(tenancyQuery(api, file.id));
  return (
    <Loaded query={query}>
      {(tenancy) => (
        <div className={css['halves']}>
          <Part title={words.mix.title}>
            <TenantMix
              tenantMix={tenancy.tenantMix}
              industryMix={tenancy.industryMix}
              origin={file}
              onAdd={onAdd}
            />
          </Part>
          <Part title={words.expiry.title}>
            <ExpiryProfile
              expiry={tenancy.expiry}
              leaseTerm={tenancy.leaseTerm}
              origin={file}
              buildingName={name}
              onAdd={onAdd}
            />
          </Part>
        </div>
      )}
    </Loaded>
  );
}

export function TrendSection({ file, name, onAdd, role }: SectionProps & { readonly role: Role }) {
  const mayKnowTenants = maySeeTenants(role);
  const { api } = useClient();
  const { locale } = useLanguage();
  const words = tenancyMessages[locale];
  const months = useQuery(buildingMonthsQuery(api, file.id));
  const tenancy = useQuery({ ...tenancyQuery(api, file.id), enabled: mayKnowTenants });
  const trend = { origin: file, buildingName: name, onAdd };
  const timeline = (leases: Tenancy['leases'] | null) => (
    <BuildingTimeline source={timelineOf(file, leases)} onAdd={onAdd} />
  );
  return (
    <div className={css['halves']}>
      <Loaded query={months}>
        {({ months: all }) => (
          <>
            <Part title={words.trend.title}>
              <OccupancyTrend months={all} {...trend} />
            </Part>
            {maySeeTax(role) && (
              <Part title={words.tax.title}>
                <TaxTrend months={all} {...trend} />
              </Part>
            )}
          </>
        )}
      </Loaded>
      <Part title={words.timeline.title}>
        {mayKnowTenants ? (
          <Loaded query={tenancy}>{({ leases }) => timeline(leases)}</Loaded>
        ) : (
          timeline(null)
        )}
      </Part>
    </div>
  );
}

function timelineOf(file: BuildingDetail, leases: Tenancy['leases'] | null) {
  const { asOf, status, completedOn } = file;
  return {
    asOf,
    status,
    completedOn,
    units: file.storeys.flatMap(({ units }) => units),
    leases,
  };
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css['part']} aria-label={title}>
      <h3 className={css['partTitle']}>{title}</h3>
      {children}
    </section>
  );
}

function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const { locale } = useLanguage();
  const words = buildingFileMessages[locale];
  // Data that could not be brought up to date are still data.
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <EmptyState
        title={words.sectionFailed}
        actions={<Button onPress={() => void query.refetch()}>{words.retry}</Button>}
      />
    );
  }
  return (
    <div role="status" aria-label={words.loading} className={css['part']}>
      <Skeleton height={72} />
      <Skeleton height={240} />
    </div>
  );
}
