import { expect, test } from 'vitest';
import { personaHeader } from '#contract/session.ts';
import {
  type DoorFacts,
  isForwarded,
  isLoopbackHost,
  personaIdentity,
  stranger,
  whyNotOpen,
} from './identity.ts';

const open: DoorFacts = {
  isSample: true,
  listensOnLoopback: true,
  host: 'localhost:4173',
  isForwarded: false,
  isAllowed: true,
  hasAccounts: false,
};

function asking(persona: string | null): Request {
  return new Request('http://localhost/', { headers: persona === null ? {} : { [personaHeader]: persona } });
}

test('the door is open for the sample on this machine alone', () => {
  expect(whyNotOpen(open)).toBeNull();
  expect(whyNotOpen({ ...open, isAllowed: false })).toBe('notAllowed');
  expect(whyNotOpen({ ...open, hasAccounts: true })).toBe('hasAccounts');
  expect(whyNotOpen({ ...open, isSample: false })).toBe('notSample');
  expect(whyNotOpen({ ...open, listensOnLoopback: false })).toBe('notLoopback');
  expect(whyNotOpen({ ...open, isForwarded: true })).toBe('forwarded');
});

test.each(['evil.example', 'evil.example:4173', '127.0.0.1.evil.example', '10.0.0.1:4173', 'localhost.', ''])(
  'a name that was bound to this machine from elsewhere does not open it: %j',
  (host) => {
    expect(whyNotOpen({ ...open, host })).toBe('foreignHost');
  },
);

test('a request without a host does not open it', () => {
  expect(whyNotOpen({ ...open, host: null })).toBe('foreignHost');
});

test.each(['localhost', 'LOCALHOST:80', '127.0.0.1:4173', '127.1.2.3', '[::1]:4173'])(
  '%s is this machine',
  (host) => {
    expect(whyNotOpen({ ...open, host })).toBeNull();
  },
);

test.each(['0.0.0.0', '::', '192.168.1.1', '127.0.0.256', '1270.0.0.1', 'localhost.evil.example'])(
  '%s is not this machine alone',
  (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  },
);

test.each(['x-forwarded-for', 'forwarded', 'via'])('%s tells of a proxy', (name) => {
  expect(isForwarded(new Headers({ [name]: '10.0.0.1' }))).toBe(true);
});

test('behind an open door a visitor is what they choose, by default a manager', async () => {
  const identify = personaIdentity(async () => true);
  expect(await identify(asking('staff'))).toMatchObject({ ok: true, viewer: { role: 'staff' } });
  expect(await identify(asking(null))).toMatchObject({ ok: true, viewer: { role: 'manager' } });
});

test.each(['admin', 'MANAGER', '', 'manager, public', '__proto__'])(
  'a persona that does not exist is refused: %j',
  async (persona) => {
    const identify = personaIdentity(async () => true);
    expect(await identify(asking(persona))).toEqual({ ok: false, value: persona });
  },
);

test.each([null, 'manager', 'admin', 'staff'])(
  'behind a closed door everybody is the public, whatever they claim: %j',
  async (persona) => {
    const identify = personaIdentity(async () => false);
    expect(await identify(asking(persona))).toEqual({ ok: true, viewer: stranger });
  },
);
