import { InputType } from "type-graphql";
import type { FocalPointInput } from "../../media/focal-point-input.js";
import { ImageInputFields } from "../../media/image-input-fields.js";

@InputType({ description: "An image of a product." })
export class MediaDraftInput {
  @ImageInputFields.Url(
    "URL of the image: `https://`, `http://`, or `/media/` for files of Plinth itself. Set either `url` or `file`.",
  )
  readonly url?: string | null;

  @ImageInputFields.File(
    "The id of a file that was uploaded to `/admin/media`. Set either `file` or `url`.",
  )
  readonly file?: string | null;

  @ImageInputFields.AltText("Text for people who cannot see the image, at most 512 characters.")
  readonly alt?: string | null;

  @ImageInputFields.FocalPoint(
    "The point that stays visible when the image is cropped. Default: the centre.",
  )
  readonly focalPoint?: FocalPointInput | null;
}
