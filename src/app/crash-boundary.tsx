import { Component, type ReactNode } from 'react';
import { Crashed } from './failure-pages.tsx';

interface Props {
  readonly children: ReactNode;
}

/** The last resort: an error in any page shows what to do instead of nothing. */
export class CrashBoundary extends Component<Props, { readonly hasCrashed: boolean }> {
  override readonly state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}
