/** Who is asking. The API asks this port and knows no cookies, passwords or tokens. */
import { defaultPersona, type Persona, personaHeader, personas } from '#contract/session.ts';
import type { Role } from '#domain/visibility.ts';
import type { Actor } from './store.ts';

export interface Viewer {
  readonly role: Role;
  /** Roles that the viewer may choose from; null where accounts decide. */
  readonly personas: readonly Persona[] | null;
  /** null for strangers and for personas of the sample. */
  readonly account: { readonly id: string; readonly name: string } | null;
}

/** As the audit log names whoever writes. */
export function actorOf({ account, role }: Viewer, address: string | null): Actor {
  return { id: account?.id ?? null, name: account?.name ?? '示例用户', role, address };
}

export type Identified =
  | { readonly ok: true; readonly viewer: Viewer }
  | { readonly ok: false; readonly value: string };

export type Identify = (request: Request) => Promise<Identified>;

export const stranger: Viewer = { role: 'public', personas: null, account: null };

/**
 * Lets visitors choose a persona where `mayChoose` says so. Everybody else is `public`, whatever their
 * headers claim. A persona that does not exist is refused, never replaced by one with more rights.
 */
export function personaIdentity(mayChoose: (request: Request) => Promise<boolean>): Identify {
  return async (request) => {
    if (!(await mayChoose(request))) return { ok: true, viewer: stranger };
    const wished = request.headers.get(personaHeader) ?? defaultPersona;
    const role = personas.find((persona) => persona === wished);
    return role ? { ok: true, viewer: { role, personas, account: null } } : { ok: false, value: wished };
  };
}

export interface DoorFacts {
  /** Whether the data are nothing but the sample. */
  readonly isSample: boolean;
  /** Whether the server can be reached from this machine alone. */
  readonly listensOnLoopback: boolean;
  /** `Host` as it came, with its port. */
  readonly host: string | null;
  /** Whether the operator has not closed the door. */
  readonly isAllowed: boolean;
  /** Whether a proxy says that it passes the request on for somebody else. */
  readonly isForwarded: boolean;
  /** Whether somebody has an account: from then on accounts decide. */
  readonly hasAccounts: boolean;
}

export type DoorReason =
  | 'notAllowed'
  | 'hasAccounts'
  | 'notSample'
  | 'notLoopback'
  | 'foreignHost'
  | 'forwarded';

/**
 * Why a visitor may not choose a persona; null when nothing speaks against it. A foreign `Host` on a
 * loopback address is a page elsewhere whose name was re-bound to this machine.
 */
export function whyNotOpen(facts: DoorFacts): DoorReason | null {
  if (!facts.isAllowed) return 'notAllowed';
  if (facts.hasAccounts) return 'hasAccounts';
  if (!facts.isSample) return 'notSample';
  if (!facts.listensOnLoopback) return 'notLoopback';
  if (facts.isForwarded) return 'forwarded';
  return facts.host !== null && isLoopbackHost(hostnameOf(facts.host)) ? null : 'foreignHost';
}

/** Headers by which proxies say so: the standard ones and those of the usual products. */
const forwardingHeader =
  /^(forwarded|via|cdn-loop|x-real-ip|x-original-.+|x-forwarded-.+|cf-.+|(.+-)?client-ip)$/;

export function isForwarded(headers: Headers): boolean {
  return [...headers.keys()].some((name) => forwardingHeader.test(name));
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/** `localhost`, 127.0.0.0/8 or `[::1]`, with or without brackets. Nothing is looked up. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '::1' ||
    hostname === '[::1]' ||
    /^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(hostname)
  );
}
