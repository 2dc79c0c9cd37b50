import { useState } from 'react';
import type { Colouring } from '#domain/stacking/colouring.ts';
import type { PlanForm } from '#domain/stacking/plan-look.ts';
import { Button } from '#ui/button.tsx';
import { MenuButton } from '#ui/popover.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { zoomStep } from './plan-stage.tsx';
import css from './stacking-plan.module.css';
import type { StackingLanguage } from './use-words.ts';
import type { Zoom } from './use-zoom.ts';

interface ToolsProps {
  readonly language: StackingLanguage;
  readonly form: PlanForm;
  readonly onForm: (form: PlanForm) => void;
  readonly colouring: Colouring;
  readonly offered: readonly Colouring[];
  readonly onColouring: (colouring: Colouring) => void;
  readonly zoom: Zoom;
  readonly stops: { readonly readable: number; readonly most: number };
  readonly onSave: (kind: 'svg' | 'png') => Promise<void>;
}

export function PlanTools(props: ToolsProps) {
  const { stacking } = props.language;
  const isPlan = props.form === 'plan';
  return (
    <div className={css['tools']}>
      <ToggleGroup
        label={stacking.form}
        value={props.form}
        options={[
          { value: 'plan', text: stacking.asPlan },
          { value: 'table', text: stacking.asTable },
        ]}
        onChange={props.onForm}
      />
      {isPlan && props.offered.length > 1 && (
        <ToggleGroup
          label={stacking.colourBy}
          value={props.colouring}
          options={props.offered.map((value) => ({ value, text: stacking.colourings[value] }))}
          onChange={props.onColouring}
        />
      )}
      {isPlan && (
        <div className={css['toolsEnd']}>
          <ZoomButtons {...props} />
          <SaveButton language={props.language} onSave={props.onSave} />
        </div>
      )}
    </div>
  );
}

function ZoomButtons({ language: { stacking }, zoom: { zoom, zoomTo }, stops }: ToolsProps) {
  const isWhole = zoom <= 1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons are no form
    <div role="group" aria-label={stacking.zoom} className={css['zoom']}>
      <Button
        variant="icon"
        label={stacking.zoomOut}
        isIdle={isWhole}
        onPress={() => zoomTo(zoom / zoomStep)}
      >
        <span aria-hidden="true">−</span>
      </Button>
      {stops.readable > 1 && (
        <Button variant="plain" onPress={() => zoomTo(isWhole ? stops.readable : 1)}>
          {isWhole ? stacking.readable : stacking.wholeBuilding}
        </Button>
      )}
      <Button
        variant="icon"
        label={stacking.zoomIn}
        isIdle={zoom >= stops.most}
        onPress={() => zoomTo(zoom * zoomStep)}
      >
        <span aria-hidden="true">+</span>
      </Button>
    </div>
  );
}

function SaveButton({ language: { stacking }, onSave }: Pick<ToolsProps, 'language' | 'onSave'>) {
  const [isFailed, setFailed] = useState(false);
  const save = (kind: 'svg' | 'png') => () => {
    setFailed(false);
    onSave(kind).catch(() => setFailed(true));
  };
  return (
    <>
      <MenuButton
        trigger={stacking.save}
        label={stacking.saveAs}
        placement="bottom end"
        actions={[
          { id: 'png', text: stacking.png, onAction: save('png') },
          { id: 'svg', text: stacking.svg, onAction: save('svg') },
        ]}
      />
      {isFailed && (
        <span className={css['failed']} role="alert">
          {stacking.saveFailed}
        </span>
      )}
    </>
  );
}
