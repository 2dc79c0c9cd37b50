/** Every endpoint there is. Not for the page: it brings all schemas along. */
import { ownAccountEndpoints } from './account-endpoints.ts';
import { administrationEndpoints } from './administration-endpoints.ts';
import { cockpitEndpoints } from './cockpit-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { readingEndpoints } from './endpoints.ts';
import { extractEndpoints } from './extract.ts';
import { importEndpoints } from './import-endpoints.ts';
import { indicatorEndpoints } from './indicators.ts';
import { matchEndpoints } from './matches.ts';
import { allRecordEndpoints } from './record-endpoints.ts';
import { allRecordLists } from './record-lists.ts';
import { tenancyEndpoints } from './tenancy.ts';
import { workbookEndpoints } from './workbooks.ts';

export const endpoints: readonly Endpoint[] = [
  ...readingEndpoints,
  ...tenancyEndpoints,
  ...indicatorEndpoints,
  ...cockpitEndpoints,
  ...workbookEndpoints,
  ...extractEndpoints,
  ...matchEndpoints,
  ...allRecordEndpoints,
  ...allRecordLists,
  ...importEndpoints,
  ...ownAccountEndpoints,
  ...administrationEndpoints,
];
