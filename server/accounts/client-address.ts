/** Where a request comes from. What a header claims counts only when a proxy of the operator wrote it. */
import { isIP } from 'node:net';

export interface Origin {
  readonly address: string | null;
  /** Whether the browser speaks https, to us or to the operator's proxy. */
  readonly isSecure: boolean;
}

/**
 * @param peer address of the socket; null where there is none
 * @param trusted addresses of the operator's proxies
 */
export function originOf(
  headers: Headers,
  peer: string | null,
  trusted: ReadonlySet<string>,
  isHttps: boolean,
): Origin {
  const socket = peer === null ? null : plain(peer);
  if (socket === null || !trusted.has(socket)) return { address: socket, isSecure: isHttps };
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()));
  const isSecure = isHttps || headers.get('x-forwarded-proto')?.trim() === 'https';
  for (const hop of hops.reverse()) {
    if (isIP(hop) === 0) break;
    if (!trusted.has(hop)) return { address: hop, isSecure };
  }
  return { address: socket, isSecure };
}

/** Without the wrapping that an IPv4 peer has on a socket for both, and without a zone. */
export function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
}

/** Who has one IPv6 address has the 2⁶⁴ of its network: they count as one. */
export function networkOf(address: string | null): string {
  if (address === null) return 'none';
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
