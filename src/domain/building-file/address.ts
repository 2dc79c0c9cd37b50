/** The query part of the address of a building file: how its plan is looked at, and what others write beside it. */
import { encode, pairsFrom } from '../query/pairs.ts';
import { colourings } from '../stacking/colouring.ts';
import { type PlanLook, planForms, usualLook } from '../stacking/plan-look.ts';

export interface FileAddress {
  readonly look: PlanLook;
  /** Pairs that are not this file's, such as the assumptions of costs; kept as they are. */
  readonly others: readonly (readonly [string, string])[];
}

/** Reads `plan=expiry&form=table`, with or without `?`; never throws. What there is no such thing of is the usual. */
export function parseFileAddress(search: string): FileAddress {
  const pairs = pairsFrom(search);
  const read = (name: string) => pairs.find(([key]) => key === name)?.[1];
  return {
    look: {
      colouring: colourings.find((one) => one === read('plan')) ?? usualLook.colouring,
      form: planForms.find((one) => one === read('form')) ?? usualLook.form,
    },
    others: pairs.filter(([name]) => name !== 'plan' && name !== 'form'),
  };
}

/** The query part without `?`; '' when all is as usual. */
export function formatFileAddress({ look, others }: FileAddress): string {
  const pairs: (readonly [string, string])[] = [];
  if (look.colouring !== usualLook.colouring) pairs.push(['plan', look.colouring]);
  if (look.form !== usualLook.form) pairs.push(['form', look.form]);
  return [...pairs, ...others].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}
