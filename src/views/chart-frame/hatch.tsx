/** What is not known, as on the map: grey lines. Belongs into the `defs` of a drawing. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2" height="6" fill="var(--unknown)" />
    </pattern>
  );
}
