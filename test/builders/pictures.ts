import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture whose left half is red and whose right half is blue. */
export const halves = ({ width, height }: PictureSize) =>
  sharp({ create: { width, height, channels: 3, background: "#0000ff" } }).composite([
    {
      input: {
        create: { width: Math.round(width / 2), height, channels: 3, background: "#ff0000" },
      },
      left: 0,
      top: 0,
    },
  ]);

export const png = (size: PictureSize): Promise<Buffer> => halves(size).png().toBuffer();

/** A photo as from a camera: rotated, and with GPS coordinates. */
export const photo = async (size: PictureSize): Promise<Buffer> =>
  halves(size)
    .jpeg()
    .withExif({
      IFD0: { Copyright: "A private person" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

export const animation = async (
  frames: number,
  { width, height }: PictureSize,
): Promise<Buffer> => {
  const pictures = await Promise.all(
    Array.from({ length: frames }, (_, n) =>
      sharp({
        create: {
          width,
          height,
          channels: 3,
          background: { r: (n * 83) % 256, g: (n * 131) % 256, b: (n * 59) % 256 },
        },
      })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pictures, { join: { animated: true } })
    .gif()
    .toBuffer();
};

const chunk = (type: string, content: Buffer): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  const typed = Buffer.concat([Buffer.from(type), content]);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
};

/** A PNG of a few bytes whose header has this size. */
export const hugePng = ({ width, height }: PictureSize): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

/** A JPEG whose header has another size than its content. */
export const lyingJpeg = async (
  content: PictureSize,
  { width, height }: PictureSize,
): Promise<Buffer> => {
  const file = await halves(content).jpeg().toBuffer();
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
};

/** A JPEG with some bytes before its end that mean nothing, as some cameras leave them. */
export const jpegWithSpareBytes = async (size: PictureSize): Promise<Buffer> => {
  const file = await halves(size).jpeg().toBuffer();
  const scan = file.indexOf(Buffer.from([0xff, 0xda]));
  return Buffer.concat([file.subarray(0, scan), Buffer.alloc(5, 1), file.subarray(scan)]);
};

/** A GIF with many frames of one pixel, 23 bytes each. */
export const longGif = (frames: number): Buffer =>
  Buffer.concat([
    Buffer.from("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", "latin1"),
    ...Array<Buffer>(frames).fill(
      Buffer.from("21f90400000000002c0000000001000100000202440100", "hex"),
    ),
    Buffer.from(";"),
  ]);

export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
);
