import type { Role } from '#domain/visibility.ts';
import { useLanguage } from '#format/locale.tsx';
import { refusalMessages } from '#format/messages/refusal.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import css from './not-for-role.module.css';

/** Who looks. */
export interface Looker {
  readonly role: Role;
  readonly account: { readonly name: string } | null;
  /** Roles to choose from; null where accounts decide. */
  readonly personas: readonly Role[] | null;
}

/** Instead of a page that is not for the role: for whom it is, and what to do about it. */
export function NotForRole({
  title,
  me,
  signInHref,
  backHref,
}: {
  /** For whom the page is. */
  readonly title: string;
  readonly me: Looker;
  /** null where nobody can sign in. */
  readonly signInHref: string | null;
  readonly backHref: string;
}) {
  const { locale, figures } = useLanguage();
  const texts = refusalMessages[locale];
  const maySignIn = me.account === null && me.personas === null && signInHref !== null;
  const advice = me.personas ? texts.switchAdvice : texts.askAdvice(figures.words.role[me.role]);
  return (
    <EmptyState
      title={title}
      actions={
        <>
          {maySignIn && (
            <a className={css['link']} href={signInHref}>
              {texts.signIn}
            </a>
          )}
          <a className={css['link']} href={backHref}>
            {texts.back}
          </a>
        </>
      }
    >
      {maySignIn ? texts.signInAdvice : advice}
    </EmptyState>
  );
}
