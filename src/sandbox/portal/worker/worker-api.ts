/** `hubspot.fetch` and the hooks' runners, as ui-extensions 0.17 finds them on the worker's global. */
import type { ExtensionContext, FetchRequest, HostApi, Properties } from '../host/protocol.ts';

type Asynchronous<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => Promise<R> : never;
};
type Api = { context: ExtensionContext | undefined; actions: object };
type FetchOptions = {
  method?: string;
  body?: unknown;
  headers?: Headers | Record<string, string>;
  timeout?: number;
};

export function createWorkerApi(host: Asynchronous<HostApi>, api: () => Api) {
  const hsFetch = async (url: string | URL, options: FetchOptions = {}): Promise<Response> => {
    const { headers, timeout } = options;
    const request: FetchRequest = {
      url: String(url),
      method: options.method ?? 'GET',
      body: options.body,
      ...(headers ? { headers: headers instanceof Headers ? Object.fromEntries(headers) : headers } : {}),
      ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    };
    const answer = await host.fetch(request);
    const bodiless = answer.status === 204 || answer.status === 304;
    return new Response(bodiless ? null : answer.body, { status: answer.status });
  };

  return {
    hsFetch,
    hsWorkerAPI: {
      useExtensionContext: () => api().context,
      useExtensionActions: () => api().actions,
      useExtensionApi: () => api(),
      useAppPageLocation: () => api().context?.page ?? { path: '/', params: {} },
      fetchCrmProperties: async (names: readonly string[], onUpdate: (values: Properties) => void) =>
        answering({ data: await host.properties(names, onUpdate), cleanup: () => undefined }),
      fetchAssociations: async (request: unknown) =>
        answering({ data: await host.associations(request), cleanup: () => undefined }),
      fetchCrmSearch: unsupported('useCrmSearch'),
      fetchHubSpotApi: unsupported('fetchHubSpotApi'),
      formatCrmProperties: async (request: { properties?: Properties }) =>
        answering({ data: request.properties ?? {} }),
    },
  };
}

/** The SDK only calls `json()`, and expects a function in what it gives: real JSON could not carry that. */
function answering(value: object): { json(): Promise<object> } {
  return { json: async () => value };
}

function unsupported(name: string) {
  return async () => answering({ error: `${name} is not part of the sandbox.` });
}
