/** How a stacking plan is looked at: what its units are coloured by, as a drawing or as a table. */
import type { Colouring } from './colouring.ts';

export const planForms = ['plan', 'table'] as const;
export type PlanForm = (typeof planForms)[number];

export interface PlanLook {
  /** As wished; a plan that is not offered it is coloured by status. */
  readonly colouring: Colouring;
  readonly form: PlanForm;
}

export const usualLook: PlanLook = { colouring: 'status', form: 'plan' };
