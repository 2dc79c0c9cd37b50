/** Limits that are settings: whole numbers of the environment, each within its bounds. */

export interface LimitSetting {
  readonly name: string;
  /** In the unit of the setting, which its name tells: `_S`, `_DAYS`, `_KIB`, `_MIB` or a number. */
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
  /** From the unit of the setting to that of the limit. */
  readonly factor: number;
}

export const seconds = 1_000;
export const days = 86_400_000;
export const kibibytes = 1_024;

/** @param bounds in the unit of the setting */
export function limitSetting(
  name: string,
  fallback: number,
  bounds: readonly [least: number, most: number],
  factor = 1,
): LimitSetting {
  const [least, most] = bounds;
  return { name, fallback, least, most, factor };
}

/** One whole number of the environment, or its fallback. Says itself what is wrong. */
export type ReadWhole = (name: string, fallback: number, least: number, most: number) => number;

/** Each limit from its setting. */
export function valuesOf<K extends string>(
  settings: Readonly<Record<K, LimitSetting>>,
  readWhole: ReadWhole,
): Readonly<Record<K, number>> {
  const values = Object.entries<LimitSetting>(settings).map(
    ([key, { name, fallback, least, most, factor }]) => [
      key,
      readWhole(name, fallback, least, most) * factor,
    ],
  );
  return Object.fromEntries(values) as Readonly<Record<K, number>>;
}

/** What is wrong with two limits that are right one by one; null when nothing is. */
export function whyNotAtMost<K extends string>(
  settings: Readonly<Record<K, LimitSetting>>,
  values: Readonly<Record<K, number>>,
  smaller: NoInfer<K>,
  larger: NoInfer<K>,
): string | null {
  if (!(values[smaller] > values[larger])) return null;
  const inUnits = (key: K) => values[key] / settings[key].factor;
  const allowed = `at most ${settings[larger].name}, ${inUnits(larger)}`;
  return `invalid ${settings[smaller].name}: ${inUnits(smaller)} (allowed: ${allowed})`;
}
