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

/** Reads through a probe, since a custom property with `light-dark()` in it is not resolved by itself. */
export function readColours(host: HTMLElement): MapColours {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const computed = getComputedStyle(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return computed.color;
  };
  const colours = {} as Record<keyof typeof tokens, string>;
  for (const name of Object.keys(tokens) as (keyof typeof tokens)[]) colours[name] = read(tokens[name]);
  const font = computed.fontFamily;
  probe.remove();
  const { vacancy0, vacancy1, vacancy2, vacancy3, vacancy4 } = colours;
  return { ...colours, vacancy: [vacancy0, vacancy1, vacancy2, vacancy3, vacancy4], font };
}
