/** Pieces that the pages of accounts share. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { usePageTitle } from '#format/page-title.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import css from './account.module.css';
import { type Action, failureText, useAccountMessages } from './use-account.ts';

export function AccountFrame({
  title,
  isNarrow = false,
  isWide = false,
  back = null,
  children,
}: {
  readonly title: string;
  readonly isNarrow?: boolean;
  readonly isWide?: boolean;
  /** The way to the page that this one belongs to. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
}) {
  usePageTitle(title);
  return (
    <main id="content" tabIndex={-1} className={css['page']}>
      <div className={classNames(css['column'], isNarrow && css['narrow'], isWide && css['wide'])}>
        {back && <p className={css['links']}>{back}</p>}
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

/** What went wrong; with a way in where it is that nobody is signed in any more. */
export function Failure({ error }: { readonly error: Error }) {
  const { api } = useClient();
  const texts = useAccountMessages();
  return (
    <p role="alert" className={css['error']}>
      {failureText(error, texts)}{' '}
      {error instanceof ApiError && error.problem?.status === 401 && (
        <a className={css['link']} href={`${api.base}sign-in`}>
          {texts.signIn}
        </a>
      )}
    </p>
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
