import { withThemeColours } from '../theme-colours.ts';

/** The page's colour tokens as a canvas needs them: resolved for the theme of the element. */
const tokens = {
  land: '--map-land',
  district: '--map-district',
  water: '--map-water',
  waterInk: '--map-water-ink',
  road: '--map-road',
  roadCase: '--map-road-case',
  metro: '--map-metro',
  boundary: '--map-boundary',
  quietBoundary: '--map-quiet-boundary',
  panel: '--panel',
  ink: '--ink',
  muted: '--muted',
  accent: '--accent',
  edge: '--map-symbol-edge',
  unknown: '--unknown',
  unknownLine: '--map-unknown-line',
  vacancy0: '--vacancy-0',
  vacancy1: '--vacancy-1',
  vacancy2: '--vacancy-2',
  vacancy3: '--vacancy-3',
  vacancy4: '--vacancy-4',
} as const;

export type MapColours = Readonly<Record<keyof typeof tokens, string>> & {
  /** By vacancy class. */
  readonly vacancy: readonly string[];
  readonly font: string;
};

export function readColours(host: HTMLElement): MapColours {
  return withThemeColours(host, (read, font) => {
    const colours = {} as Record<keyof typeof tokens, string>;
    for (const name of Object.keys(tokens) as (keyof typeof tokens)[]) colours[name] = read(tokens[name]);
    const { vacancy0, vacancy1, vacancy2, vacancy3, vacancy4 } = colours;
    return { ...colours, vacancy: [vacancy0, vacancy1, vacancy2, vacancy3, vacancy4], font };
  });
}
