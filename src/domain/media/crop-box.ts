/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A point of a picture in whole percent from the upper left corner. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

/**
 * The largest part of a picture that has the shape of a box, as near to the focus as its edges
 * allow; in pixels.
 */
export const cropBox = (
  from: PictureSize,
  box: PictureSize,
  focus: Focus,
): PictureSize & { readonly left: number; readonly top: number } => {
  const scale = Math.min(from.width / box.width, from.height / box.height);
  const width = Math.max(1, Math.min(from.width, Math.round(box.width * scale)));
  const height = Math.max(1, Math.min(from.height, Math.round(box.height * scale)));
  const start = (side: number, part: number, percent: number): number =>
    Math.max(0, Math.min(side - part, Math.round((side * percent) / 100 - part / 2)));
  return {
    left: start(from.width, width, focus.x),
    top: start(from.height, height, focus.y),
    width,
    height,
  };
};
