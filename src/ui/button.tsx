import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import css from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary`: the one next step; `quiet`: bordered; `plain`: text only; `icon`: square, needs a label. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'icon';
  readonly size?: 'small' | 'normal';
  /** The accessible name where the content does not say it. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  onPress,
  variant = 'quiet',
  size = 'normal',
  label,
  isDisabled = false,
  type = 'button',
  className,
  ref,
}: ButtonProps) {
  return (
    <AriaButton
      type={type}
      isDisabled={isDisabled}
      className={classNames(css['button'], css[variant], size === 'small' && css['small'], className)}
      {...(onPress && { onPress })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(ref && { ref })}
    >
      {children}
    </AriaButton>
  );
}
