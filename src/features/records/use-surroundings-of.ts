import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '#client/context.tsx';
import { meQuery } from '#client/query.ts';
import { districtQuery } from '#client/records.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import type { RecordSurroundings } from './record-context.tsx';
import { useWords } from './use-words.ts';

const noFacts: RecordSurroundings['facts'] = new Map();

/** null while it is not known who works here. */
export function useSurroundingsOf(status: StatusQueue): RecordSurroundings | null {
  const { api } = useClient();
  const { locale } = useWords();
  const me = useQuery(meQuery(api)).data;
  const district = useQuery(districtQuery(api)).data;
  return useMemo(() => {
    if (!me) return null;
    const listed = (places: readonly { id: string; nameZh: string; nameEn: string }[] = []) =>
      places.map(({ id, nameZh, nameEn }) => ({ value: id, text: locale === 'zh' ? nameZh : nameEn }));
    const places = { circleId: listed(district?.circles), subdistrictId: listed(district?.subdistricts) };
    return {
      me,
      status,
      places,
      facts: noFacts,
      nameOf: (field, id) =>
        field === 'circleId' || field === 'subdistrictId' || field === 'scope'
          ? (places[field === 'scope' ? 'circleId' : field].find(({ value }) => value === id)?.text ?? null)
          : null,
    };
  }, [me, district, status, locale]);
}
