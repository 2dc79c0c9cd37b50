/** Colours for canvases, as the theme of an element has them. */
type ReadColour = (token: string) => string;

/** Reads through a probe, since a custom property with `light-dark()` in it is not resolved by itself. */
export function withThemeColours<T>(host: HTMLElement, use: (read: ReadColour, font: string) => T): T {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const computed = getComputedStyle(probe);
  const read: ReadColour = (token) => {
    probe.style.color = `var(${token})`;
    return computed.color;
  };
  const result = use(read, computed.fontFamily);
  probe.remove();
  return result;
}
