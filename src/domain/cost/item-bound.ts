/** What each item of a reckoning is by the bounds of its inputs: that of what it grows with. */
import type { Bound } from '../measure.ts';
import type { CostAssumptions } from './assumptions.ts';
import { combined, reversed } from './bound.ts';
import type { CostItem } from './occupancy.ts';
import type { PurchaseItem } from './purchase.ts';
import type { CostInputs } from './space.ts';

type BoundedInputs = Pick<CostInputs, 'gfaArea' | 'netRent' | 'managementFee'>;

/** Of an item of a lease. */
export function itemBound(
  item: CostItem,
  { gfaArea, netRent, managementFee }: BoundedInputs,
  { depositCoversFee }: Pick<CostAssumptions, 'depositCoversFee'>,
): Bound {
  const area = gfaArea?.bound ?? 'exact';
  const rent = netRent?.bound ?? 'exact';
  const fee = managementFee?.bound ?? 'exact';
  switch (item) {
    case 'rent':
      return combined(area, rent);
    case 'managementFee':
      return combined(area, fee);
    case 'fitOut':
      return area;
    case 'parking':
    case 'moving':
    case 'deposit':
      return 'exact';
    case 'depositFinancing':
      return combined(area, rent, depositCoversFee ? fee : 'exact');
    case 'subsidy':
      // Capped by area and by rent, so it follows neither.
      return combined(area, rent) === 'exact' ? 'exact' : 'about';
  }
}

/**
 * Of an item of a purchase.
 * @param price the bound of the price of the whole
 */
export function purchaseItemBound(
  item: PurchaseItem,
  price: Bound,
  { gfaArea, managementFee }: BoundedInputs,
): Bound {
  const area = gfaArea?.bound ?? 'exact';
  switch (item) {
    case 'managementFee':
      return combined(area, managementFee?.bound ?? 'exact');
    case 'running':
    case 'fitOut':
      return area;
    case 'parking':
    case 'moving':
      return 'exact';
    case 'resale':
      // What comes back stands below 0.
      return reversed(price);
    default:
      return price;
  }
}
