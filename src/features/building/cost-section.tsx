/** What it costs to be in the building, under assumptions that stand in the address. */
import { useMemo } from 'react';
import type { BuildingDetail } from '#contract/building-detail.ts';
import type { FileAddress } from '#domain/building-file/address.ts';
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { assumptionPairs, parseAssumptions } from '#domain/cost/assumptions-codec.ts';
import { costSpaceOf } from '#domain/cost/space-of.ts';
import { useLanguage } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { CostPanel } from '#views/cost/cost-panel.tsx';
import type { AreaOption, CostSubject } from '#views/cost/cost-subject.ts';

export interface CostSectionProps {
  readonly file: BuildingDetail;
  /** As the page calls it. */
  readonly name: string;
  /** Assumptions as they stand in the address. */
  readonly pairs: FileAddress['others'];
  /** Puts others in their place. */
  readonly onPairs: (pairs: FileAddress['others']) => void;
}

export function CostSection({ file, name, pairs, onPairs }: CostSectionProps) {
  const { locale } = useLanguage();
  const words = buildingFileMessages[locale].areas;
  const { assumptions, problems } = useMemo(() => parseAssumptions(pairs), [pairs]);
  const subjects = useMemo(() => [subjectOf(file, name, words)], [file, name, words]);
  return (
    <CostPanel
      subjects={subjects}
      assumptions={assumptions}
      onAssumptions={(next: CostAssumptions) => onPairs(assumptionPairs(next))}
      problems={problems}
    />
  );
}

type AreaWords = Readonly<Record<'contiguous' | 'plate' | 'available', string>>;

/** The building as its costs see it; the area that they are counted at comes first. */
function subjectOf(file: BuildingDetail, name: string, words: AreaWords): CostSubject {
  const option = (label: string, area: number | null | undefined): readonly AreaOption[] =>
    area === null || area === undefined || area <= 0 ? [] : [{ label, area }];
  const areaOptions = [
    ...option(words.contiguous, file.maxContiguousArea),
    ...option(words.plate, file.floorPlate?.value),
    ...option(words.available, file.availableArea?.value),
  ];
  return {
    ...costSpaceOf(file),
    name,
    areaOptions,
  };
}
