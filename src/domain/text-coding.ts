/** UTF-8, the one facility of the host that the domain uses: every page, worker and server has it alike. */
interface TextCoding {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
}

const { TextEncoder, TextDecoder } = globalThis as unknown as TextCoding;

export function utf8FromText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function textFromUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
