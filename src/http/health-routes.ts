/** For whoever runs the service: is the process alive, and may it get traffic. */
import { json, type Route } from './route.ts';

export function healthRoutes(isReady: () => Promise<boolean>): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', auth: 'public', answer: async () => json(200, { status: 'alive' }) },
    {
      method: 'GET',
      path: '/readyz',
      auth: 'public',
      answer: async () =>
        (await isReady()) ? json(200, { status: 'ready' }) : json(503, { status: 'not ready' }),
    },
  ];
}
