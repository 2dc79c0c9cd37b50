import { useEffect, useState } from 'react';
import { useMessages } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import css from './shell.module.css';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** `?` lists the shortcuts, `/` goes to the search box. */
export function ShortcutsHelp() {
  const { shell } = useMessages();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') setOpen(true);
      const box = event.key === '/' ? document.querySelector<HTMLElement>('[role="combobox"]') : null;
      if (!box) return;
      event.preventDefault();
      box.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const { shortcutList } = shell;
  const list = [
    ['/', shortcutList.search],
    ['↑ ↓ PgUp PgDn', shortcutList.arrows],
    ['Enter', shortcutList.enter],
    ['Space', shortcutList.space],
    ['+ −', shortcutList.zoom],
    ['Esc', shortcutList.escape],
    ['?', shortcutList.help],
  ] as const;
  return (
    <>
      <Button
        variant="icon"
        size="small"
        label={shell.shortcuts}
        onPress={() => setOpen(true)}
        className={css['help'] ?? ''}
      >
        <span aria-hidden="true">?</span>
      </Button>
      <Sheet isOpen={isOpen} onOpenChange={setOpen} title={shell.shortcuts} closeLabel={shell.close}>
        <dl className={css['shortcuts']}>
          {list.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </>
  );
}
