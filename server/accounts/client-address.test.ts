import { expect, test } from 'vitest';
import { networkOf, originOf } from './client-address.ts';

const proxies = new Set(['10.0.0.1', '10.0.0.2']);
const from = (forwarded: string | null, peer: string | null) =>
  originOf(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }), peer, proxies, false)
    .address;

test('without a proxy of the operator the socket decides, whatever is claimed', () => {
  expect(from('1.2.3.4', '203.0.113.9')).toBe('203.0.113.9');
  expect(from('10.0.0.1', '::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(from('1.2.3.4', null)).toBeNull();
});

test('behind proxies it is the nearest address that is none of theirs', () => {
  expect(from('6.6.6.6, 203.0.113.9', '10.0.0.1')).toBe('203.0.113.9');
  expect(from('6.6.6.6, 203.0.113.9, 10.0.0.2', '::ffff:10.0.0.1')).toBe('203.0.113.9');
});

test('a proxy that says nothing of use is the address itself', () => {
  for (const odd of [null, '', 'unknown', '1.2.3.4, nonsense'])
    expect(from(odd, '10.0.0.1')).toBe('10.0.0.1');
});

test('addresses of one IPv6 network count as one', () => {
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:0db8:0:0:ffff::2'));
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'));
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
  expect(networkOf(null)).toBe('none');
});
