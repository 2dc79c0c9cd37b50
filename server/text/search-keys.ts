/** How a building is found by whoever types: 五号院, 五號院, wuhaoyuan, why, Wu Hao Yuan. */
import { pinyin } from 'pinyin-pro';
import type { SearchKeys } from '#domain/engine/build-columns.ts';
import type { Building } from '#domain/model/building.ts';
import { simplified, traditional } from './han-forms.ts';

const han = /\p{Script=Han}/u;

interface Reading {
  /** "wuhaoyuan" */
  readonly full: string;
  /** "why" */
  readonly initials: string;
}

/** Pinyin without tones, what is not Han kept; lower case, without spaces. */
export function readingOf(text: string): Reading {
  const syllables = pinyin(text, { type: 'array', toneType: 'none', v: true, nonZh: 'consecutive' }).map(
    (syllable) => syllable.replaceAll(/\s+/g, '').toLowerCase(),
  );
  return {
    full: syllables.join(''),
    initials: syllables.map((syllable) => (/^[a-z]/.test(syllable) ? syllable[0] : syllable)).join(''),
  };
}

/**
 * Everything that a text search looks through, in lower case: names, aliases and address as written, in
 * Simplified and Traditional characters, as full pinyin and as initials. The order is that of the name's pinyin.
 */
export function searchKeys(building: Building): SearchKeys {
  const { nameZh, nameEn, aliases, address } = building;
  const texts = new Set<string>();
  const add = (text: string) => {
    if (text !== '') texts.add(text.toLowerCase());
  };
  const name = simplified(nameZh);
  const nameReading = readingOf(name);
  for (const written of [nameZh, ...aliases, ...(address === null ? [] : [address])]) {
    add(written);
    if (!han.test(written)) continue;
    const plain = simplified(written);
    add(plain);
    add(traditional(plain));
    const reading = written === nameZh ? nameReading : readingOf(plain);
    add(reading.full);
    add(reading.initials);
  }
  if (nameEn !== null) add(nameEn);
  return { texts: [...texts], sort: `${nameReading.full}\u0000${nameZh}` };
}
