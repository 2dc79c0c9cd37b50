/** Writing through an API under test. */
import { personaHeader } from '#contract/session.ts';
import type { TestApi } from './api.ts';

export interface Written {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export interface Writer {
  readonly read: (
    path: string,
  ) => Promise<{ readonly tag: string; readonly record: Record<string, unknown> }>;
  readonly send: (
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Written>;
  /** Reads the record first, as a page does. */
  readonly patch: (
    path: string,
    set: object,
    more?: object,
    headers?: Record<string, string>,
  ) => Promise<Written>;
}

/** @param api its records lie under /api/v1/records/ */
export function aWriter(api: TestApi, persona = 'staff'): Writer {
  const at = (path: string) => `/api/v1/records/${path}`;
  const send: Writer['send'] = async (method, path, body, headers = {}) => {
    const response = await api.request(at(path), {
      method,
      headers: { 'content-type': 'application/json', [personaHeader]: persona, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
  };
  const read: Writer['read'] = async (path) =>
    (await (await api.get(at(path), { persona })).json()) as Awaited<ReturnType<Writer['read']>>;
  return {
    read,
    send,
    patch: async (path, set, more = {}, headers = {}) => {
      const { tag } = await read(path);
      return send('PATCH', path, { set, ...more }, { 'if-match': tag, ...headers });
    },
  };
}
