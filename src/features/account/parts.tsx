/** Pieces that the pages of accounts share. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import css from './account.module.css';
import { type Action, useAccountMessages } from './use-account.ts';

export function AccountFrame({
  title,
  isNarrow = false,
  children,
}: {
  readonly title: string;
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}) {
  const { shell } = useMessages();
  useEffect(() => {
    document.title = `${title} · ${shell.title}`;
    return () => {
      document.title = shell.title;
    };
  }, [title, shell.title]);
  return (
    <main id="content" tabIndex={-1} className={css['page']}>
      <div className={classNames(css['column'], isNarrow && css['narrow'])}>
        <h1 className={css['title']}>{title}</h1>
        {children}
      </div>
    </main>
  );
}

export function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className={css['panel']}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Fields and the one button that sends them. */
export function ActionForm({
  action,
  submit,
  onSubmit,
  children,
}: {
  readonly action: Pick<Action, 'isBusy' | 'error'>;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={css['form']} onSubmit={send}>
      {children}
      {action.error !== null && (
        <p role="alert" className={css['error']}>
          {action.error}
        </p>
      )}
      <div>
        <Button variant="primary" type="submit" isDisabled={action.isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

/** Copies a text; says so for as long as the button is looked at. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const texts = useAccountMessages();
  const [copied, setCopied] = useState<string | null>(null);
  // Plain http has no clipboard: the text can be selected with one click instead.
  if (!navigator.clipboard) return null;
  return (
    <Button onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}>
      {copied === text ? texts.copied : label}
    </Button>
  );
}
