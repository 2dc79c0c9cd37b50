import './map-controls.css';
import type { ReactNode } from 'react';
import type { MapMessages } from '#format/messages/map.ts';
import { type DrawTool, drawTools } from './draw-gesture.ts';

const drawings: Readonly<Record<DrawTool, ReactNode>> = {
  rectangle: <rect x="4" y="5.5" width="12" height="9" />,
  polygon: <path d="M4 8.5 10.5 3.5 16.5 9 13 16H6Z" />,
  radius: (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 10h6.5" />
      <circle cx="10" cy="10" r="0.6" />
    </>
  ),
};

export function MapControls({
  messages,
  tool,
  onZoom,
  onDraw,
  onFit,
}: {
  readonly messages: MapMessages;
  readonly tool: DrawTool | null;
  readonly onZoom: (steps: number) => void;
  readonly onDraw: (tool: DrawTool | null) => void;
  readonly onFit: () => void;
}) {
  const names: Readonly<Record<DrawTool, string>> = {
    rectangle: messages.drawRectangle,
    polygon: messages.drawPolygon,
    radius: messages.drawRadius,
  };
  return (
    <fieldset className="map-controls" aria-label={messages.tools}>
      <Tool name={messages.zoomIn} onPress={() => onZoom(1)}>
        <path d="M10 4v12M4 10h12" />
      </Tool>
      <Tool name={messages.zoomOut} onPress={() => onZoom(-1)}>
        <path d="M4 10h12" />
      </Tool>
      {drawTools.map((each) => (
        <Tool
          key={each}
          name={names[each]}
          pressed={tool === each}
          onPress={() => onDraw(tool === each ? null : each)}
        >
          {drawings[each]}
        </Tool>
      ))}
      <Tool name={messages.fit} onPress={onFit}>
        <path d="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4" />
      </Tool>
    </fieldset>
  );
}

function Tool({
  name,
  pressed,
  onPress,
  children,
}: {
  readonly name: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="map-tool"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
