/** A Word file with a native bar chart, a picture and the parts that they need. */
import { crc32, deflateSync } from 'node:zlib';
import { aDocx, type DocxParts } from './docx.ts';

const CHART_URI = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const PICTURE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

/** A paragraph that shows the chart `r:id`, with this alternative text. */
export function chartParagraph(key: string, relation = 'rChart'): string {
  return `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="4000000" cy="2000000"/><wp:docPr id="7" name="Grafik 1" descr="${key}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${CHART_URI}"><c:chart r:id="${relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** A paragraph with a picture of 2 × 1 units in a frame of 1,000,000 × 1,000,000. */
export function pictureParagraph(key: string, id = 3): string {
  return `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1000000" cy="1000000"/><wp:docPr id="${id}" name="Gambar 1" descr="${key}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${PICTURE_URI}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="Gambar 1" descr="${key}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1000000" cy="1000000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

export const CHART_PART = 'word/charts/chart1.xml';

/** @param given The body refers to the chart as `rChart` and to the picture as `rPicture`. */
export function aDocxWithDrawings(given: DocxParts & { readonly chartXml?: string }): Uint8Array {
  return aDocx({
    ...given,
    parts: [
      ...(given.parts ?? []),
      {
        name: CHART_PART,
        content: given.chartXml ?? barChart('Permohonan {{tahun}}'),
        type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
        relation: { id: 'rChart', type: 'chart' },
      },
      {
        name: 'word/media/image1.png',
        content: aPng(4, 4),
        relation: { id: 'rPicture', type: 'image' },
      },
    ],
  });
}

/** Bars in two series with the figures that they were drawn with. */
export function barChart(title: string): string {
  const series = (index: number, name: string): string =>
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>Lama!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="33557${index}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>Lama!$A$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>lama</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Lama!$B$2</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>99</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${CHART_URI}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series(0, 'satu')}${series(1, 'dua')}<c:gapWidth val="80"/><c:axId val="111"/><c:axId val="222"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="222"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
}

/** A PNG of one grey, as small as PNGs are. */
export function aPng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
