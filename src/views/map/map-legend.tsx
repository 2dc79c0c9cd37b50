import './map-legend.css';
import { useId, useState } from 'react';
import { vacancyClassCount } from '#domain/engine/answer.ts';
import { carrierTypes } from '#domain/model/building.ts';
import type { MapMessages } from '#format/messages/map.ts';

const marks: Readonly<Record<(typeof carrierTypes)[number], string>> = {
  office: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z',
  retailPodium: 'M3.1 3.1h9.8v9.8H3.1Z',
  heritageHouse: 'M8 1.1 14.9 8 8 14.9 1.1 8Z',
};

/** How to read the symbols. Starts folded on small screens. */
export function MapLegend({ messages }: { readonly messages: MapMessages }) {
  const [open, setOpen] = useState(() => window.matchMedia('(min-width: 768px)').matches);
  const bodyId = useId();
  return (
    <section className="map-legend" aria-label={messages.legend}>
      <button
        type="button"
        className="map-legend-toggle"
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        {open ? messages.vacancy : messages.legend}
      </button>
      <div id={bodyId} hidden={!open}>
        <ol className="map-ramp">
          {Array.from({ length: vacancyClassCount }, (_, index) => (
            <li key={messages.vacancyTicks[index]} data-class={index}>
              {messages.vacancyTicks[index]}
            </li>
          ))}
          <li data-class="unknown">{messages.unknown}</li>
        </ol>
        <ul className="map-marks">
          {carrierTypes.map((type) => (
            <li key={type}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d={marks[type]} />
              </svg>
              {messages.shapes[type]}
            </li>
          ))}
          <li>
            <svg viewBox="0 0 30 16" className="map-marks-sizes" aria-hidden="true">
              <circle cx="4" cy="12" r="2.5" />
              <circle cx="12.5" cy="10.5" r="4" />
              <circle cx="23.5" cy="8" r="6" />
            </svg>
            {messages.size}
          </li>
        </ul>
      </div>
    </section>
  );
}
