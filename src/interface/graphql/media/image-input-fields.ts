import { Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID } from "type-graphql";
import { combined } from "../schema/combined.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { FocalPointInput } from "./focal-point-input.js";

/** The address of an image. */
const Url = (description: string): PropertyDecorator =>
  combined(
    Field(() => String, { nullable: true, description }),
    Length(1, INPUT_LIMITS.url),
  );

/** The id of an uploaded file. */
const File = (description: string): PropertyDecorator =>
  combined(
    Field(() => ID, { nullable: true, description }),
    MaxLength(INPUT_LIMITS.id),
  );

/** What an image shows, in words. */
const AltText = (description: string): PropertyDecorator =>
  combined(
    Field(() => String, { nullable: true, description }),
    MaxLength(INPUT_LIMITS.altText),
  );

/** What of an image stays in sight when it is cropped. */
const FocalPoint = (description: string): PropertyDecorator =>
  combined(
    Field(() => FocalPointInput, { nullable: true, description }),
    ValidateNested(),
  );

/** The fields of the inputs of images; each has its own description. */
export const ImageInputFields = { Url, File, AltText, FocalPoint } as const;
