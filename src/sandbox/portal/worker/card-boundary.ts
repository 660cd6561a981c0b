/** Turns a crash inside a card into the error state that HubSpot shows, so that the record page lives on. */
import { Component, createElement, type ReactElement, type ReactNode } from 'react';

type Props = { readonly report: (message: string) => void; readonly children?: ReactNode };

export class CardBoundary extends Component<Props, { failed: string | null }> {
  override state: { failed: string | null } = { failed: null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: String(error) };
  }

  override componentDidCatch(error: unknown): void {
    this.props.report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    // In the worker's tree a component is known by its name alone.
    return createElement(
      'ErrorState',
      { title: 'This card crashed' } as never,
      this.state.failed,
    ) as ReactElement;
  }
}
