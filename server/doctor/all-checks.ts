import type { Check } from './check.ts';
import { type DataCheckDeps, dataChecks } from './data.ts';
import { clockCheck, nodeCheck, openFilesCheck } from './machine.ts';
import { dataFolderCheck, portCheck } from './place.ts';
import { namesCheck, reachCheck, settingsCheck } from './settings.ts';

/** In the order in which they are reported. @param release the day of this version */
export function checksOf(release: Date, deps: DataCheckDeps): readonly Check[] {
  return [
    nodeCheck,
    clockCheck(deps.now, release),
    settingsCheck,
    namesCheck,
    reachCheck,
    portCheck,
    openFilesCheck,
    dataFolderCheck,
    ...dataChecks(deps),
  ];
}
