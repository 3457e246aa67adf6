import { InputType } from "type-graphql";
import type { FocalPointInput } from "../../media/focal-point-input.js";
import { ImageInputFields } from "../../media/image-input-fields.js";

@InputType({ description: "An image: either a URL or an uploaded file." })
export class CollectionImageInput {
  @ImageInputFields.Url(
    "The URL of the image, at most 2,048 characters. Set either `url` or `file`.",
  )
  readonly url?: string | null;

  @ImageInputFields.File(
    "The id of a file that was uploaded to `/admin/media`. Set either `file` or `url`.",
  )
  readonly file?: string | null;

  @ImageInputFields.FocalPoint(
    "The part that stays visible when the image is cropped. Omitted: unchanged while the image stays the same.",
  )
  readonly focalPoint?: FocalPointInput | null;

  @ImageInputFields.AltText(
    "Text for people who cannot see the image, at most 512 characters. Omitted: unchanged while the image stays the same.",
  )
  readonly alt?: string | null;
}
