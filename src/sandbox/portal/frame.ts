import { createContext, useContext } from 'react';
import type { PortalFrame } from '../portal-frame.ts';

export const FrameContext = createContext<PortalFrame | null>(null);

/** The portal, its user and the cards that it can show. */
export function useFrame(): PortalFrame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A page was rendered before the frame arrived.');
  return frame;
}
