/** Why an address cannot be listened on, and what to do, by the code of the error. */
const listenTroubles: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program; stop that one or set PORT',
  EACCES: 'may not be used by this account; set PORT to 1024 or above',
  EADDRNOTAVAIL: 'is no address of this machine; set HOST',
  ENOTFOUND: 'is no name that this machine knows; set HOST',
};

/** `127.0.0.1:4173 is in use by another program; stop that one or set PORT` */
export function listenTrouble(host: string, port: number, thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return `${host}:${port} ${listenTroubles[code] ?? `cannot be listened on (${message})`}`;
}
