/** One stacking plan on a page of its own: `?floors=80&units=12&below=2&public&theme=dark&locale=en&kind=house`. */
import '#ui/tokens.css';
import '#ui/global.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { usualLook } from '#domain/stacking/plan-look.ts';
import { LanguageProvider } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { StackingPlan } from '#views/stacking-plan/stacking-plan.tsx';
import { aTower, blocksOf, houseStoreys, podiumStoreys } from '../tests/towers.ts';

const asked = new URLSearchParams(window.location.search);
const number = (name: string, otherwise: number) => Number(asked.get(name) ?? otherwise);
const kinds = {
  tower: () =>
    aTower({
      floors: number('floors', 80),
      units: number('units', 12),
      below: number('below', 0),
      isPublic: asked.has('public'),
    }),
  podium: podiumStoreys,
  house: houseStoreys,
};
const storeys = kinds[asked.get('kind') as keyof typeof kinds]?.() ?? kinds.tower();
const blocks = blocksOf(storeys);
const counts = { above: null, below: null };

function BenchPage() {
  const [isDrawn, setDrawn] = useState(asked.has('kind'));
  const [look, setLook] = useState(usualLook);
  const [lit, setLit] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <main style={{ padding: 16 }}>
      {!asked.has('kind') && <Button onPress={() => setDrawn(!isDrawn)}>draw</Button>}
      {isDrawn && (
        <StackingPlan
          name="示例大厦"
          asOf="2026-10-31"
          notes={['示例数据']}
          storeys={storeys}
          blocks={blocks}
          counts={counts}
          look={look}
          onLook={(change) => setLook({ ...look, ...change })}
          lit={lit}
          selected={selected}
          onHover={setLit}
          onSelect={setSelected}
          onFloor={() => setSelected(null)}
        />
      )}
    </main>
  );
}

const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LanguageProvider locale={asked.get('locale') === 'en' ? 'en' : 'zh'}>
      <BenchPage />
    </LanguageProvider>,
  );
}
