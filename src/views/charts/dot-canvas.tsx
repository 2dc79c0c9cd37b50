import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Scatter } from '#domain/engine/answer.ts';
import css from './charts.module.css';
import { createStamps, dotRadius, paintDots, readDotColours, type Stamps } from './dot-paint.ts';
import type { PlotScales } from './plot.ts';

/** A number that changes when the page changes its theme. */
function useThemeTick(): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const turn = () => setTick((before) => before + 1);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(turn);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
    dark.addEventListener('change', turn);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', turn);
    };
  }, []);
  return tick;
}

export function DotCanvas({
  scatter,
  ghosts,
  scales,
  width,
  height,
}: {
  readonly scatter: Scatter;
  readonly ghosts: Scatter | null;
  readonly scales: PlotScales;
  readonly width: number;
  readonly height: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stamps = useRef<Stamps | null>(null);
  const theme = useThemeTick();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme makes the colours new
  useLayoutEffect(() => {
    stamps.current = null;
  }, [theme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme asks for new paint
  useLayoutEffect(() => {
    const element = canvas.current;
    const host = element?.parentElement;
    if (!element || !host) return;
    const ratio = devicePixelRatio;
    const radius = dotRadius(Math.max(scatter.row.length, ghosts?.row.length ?? 0));
    if (stamps.current?.ratio !== ratio || stamps.current.radius !== radius) {
      stamps.current = createStamps(readDotColours(host), radius, ratio);
    }
    paintDots(element, { width, height }, scatter, ghosts, scales, stamps.current);
  }, [scatter, ghosts, scales, width, height, theme]);
  return <canvas ref={canvas} className={css['dots']} style={{ width, height }} />;
}
