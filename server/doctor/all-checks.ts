import type { Check } from './check.ts';
import { clockCheck, nodeCheck, openFilesCheck } from './machine.ts';
import { dataFolderCheck, portCheck } from './place.ts';
import { namesCheck, reachCheck, settingsCheck } from './settings.ts';

/** In the order in which they are reported. @param release the day of this version */
export function checksOf(now: () => Date, release: Date): readonly Check[] {
  return [
    nodeCheck,
    clockCheck(now, release),
    settingsCheck,
    namesCheck,
    reachCheck,
    portCheck,
    openFilesCheck,
    dataFolderCheck,
  ];
}
