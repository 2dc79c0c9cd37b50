/** What was typed into fields of building files and not saved when their page was left; it outlives the page. */
import type { FormValues } from './form-values.ts';

export class KeptDrafts {
  readonly #values = new Map<string, Map<string, FormValues>>();

  get(buildingId: string, field: string): FormValues | null {
    return this.#values.get(buildingId)?.get(field) ?? null;
  }

  /** null: there is nothing unsaved any more. */
  set(buildingId: string, field: string, values: FormValues | null): void {
    const own = this.#values.get(buildingId) ?? new Map<string, FormValues>();
    if (values === null) own.delete(field);
    else own.set(field, values);
    if (own.size === 0) this.#values.delete(buildingId);
    else this.#values.set(buildingId, own);
  }

  /** Fields of a building with something unsaved, in the order in which they were begun. */
  fieldsOf(buildingId: string): readonly string[] {
    return [...(this.#values.get(buildingId)?.keys() ?? [])];
  }
}
