/** Which indicators a role gets, and how. */
import { maySeeTax, maySeeTenants, type Role } from '../visibility.ts';
import type { IndicatorSpec } from './spec.ts';

/**
 * `full`: of any buildings, with its parts. `published`: only of whole circles and of the district, see
 * `published.ts`. `none`: it does not exist for that role.
 */
export type IndicatorAccess = 'full' | 'published' | 'none';

export function accessTo({ visibility }: Pick<IndicatorSpec, 'visibility'>, role: Role): IndicatorAccess {
  switch (visibility) {
    case 'public':
      return 'full';
    case 'published':
      return maySeeTenants(role) ? 'full' : 'published';
    case 'staff':
      return maySeeTenants(role) ? 'full' : 'none';
    case 'manager':
      return maySeeTax(role) ? 'full' : 'none';
  }
}
