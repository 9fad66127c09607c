import { Component, type ReactNode } from 'react';
import type { GuestWords } from './guest-words.ts';
import { BigButton, Sheet } from './sheet.tsx';

interface Parts {
  readonly words: GuestWords;
  readonly loadAnew: () => void;
  readonly children: ReactNode;
}

/** When something in her page breaks she is not left before an empty one: it says so, and one press begins anew. */
export class Boundary extends Component<Parts, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    const { words, loadAnew, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <Sheet name="broken" title={words.brokenTitle}>
        <p role="alert">{words.brokenText}</p>
        <BigButton press={loadAnew}>{words.brokenReload}</BigButton>
      </Sheet>
    );
  }
}
