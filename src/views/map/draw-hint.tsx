import type { MapMessages } from '#format/messages/map.ts';
import type { DrawTool, Gesture } from './draw-gesture.ts';
import { shapeOf } from './draw-gesture.ts';

/** What to do next while drawing; for a circle, how large it is. */
export function DrawHint({
  tool,
  gesture,
  messages,
  onCancel,
}: {
  readonly tool: DrawTool;
  readonly gesture: Gesture | null;
  readonly messages: MapMessages;
  readonly onCancel: () => void;
}) {
  const shape = gesture && shapeOf(gesture);
  return (
    <div className="map-hint">
      <div role="status">
        <p className="map-hint-text">{messages.hint[tool]}</p>
        <p className="map-hint-keys">{messages.hintKeyboard}</p>
      </div>
      {shape?.kind === 'near' && (
        <output className="map-hint-figure">{messages.radius(shape.radiusM)}</output>
      )}
      <button type="button" className="map-hint-cancel" onClick={onCancel}>
        {messages.cancel}
      </button>
    </div>
  );
}
