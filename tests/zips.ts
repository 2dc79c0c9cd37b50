/** Archives and workbooks made byte by byte, so that tests can make broken ones. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** What the contents say instead of the truth. */
  readonly saidSize?: number;
  readonly flags?: number;
}

/** A zip of deflated parts. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const chunks: Buffer[] = [];
  const contents: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, saidSize, flags = 0x800 } of parts) {
    const raw = Buffer.from(bytes as Uint8Array);
    const packed = deflateRawSync(raw);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(saidSize ?? raw.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    contents.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail.subarray(0, 14), nameBytes]),
    );
    chunks.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(contents);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...chunks, directory, Buffer.from('PK\x05\x06'), end]));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface WorkbookPlan {
  /** `sheetData` and what follows it, for each sheet. */
  readonly sheets: readonly string[];
  readonly texts?: readonly string[];
  /** `numFmts` and `cellXfs`. */
  readonly styles?: string;
  readonly properties?: string;
  readonly more?: readonly ZipPart[];
}

/** The parts of a workbook with these sheets, named 表1, 表2 … */
export function workbookParts({
  sheets,
  texts = [],
  styles = '',
  properties = '',
  more = [],
}: WorkbookPlan): ZipPart[] {
  const list = sheets
    .map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const own = sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('');
  const shared = texts.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('');
  return [
    {
      name: '_rels/.rels',
      bytes: `<Relationships xmlns="${packageRelation}"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns="${main}" xmlns:r="${relation}">${properties}<sheets>${list}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships xmlns="${packageRelation}">${own}<Relationship Id="s1" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s2" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', bytes: `<sst xmlns="${main}">${shared}</sst>` },
    { name: 'xl/styles.xml', bytes: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
    ...sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      bytes: `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    })),
    ...more,
  ];
}

export function workbookOf(plan: WorkbookPlan): Uint8Array {
  return zipOf(workbookParts(plan));
}
