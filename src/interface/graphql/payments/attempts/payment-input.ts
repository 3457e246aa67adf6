import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { Secret } from "../../mutation/secret.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

const MAX_TOKEN = 2_048;

@InputType({ description: "What a buyer pays with. Never send the number of a card." })
export class PaymentInput {
  @Field(() => String, {
    nullable: true,
    description:
      "What the program of the gateway in the storefront returned for the buyer, at most 2,048 characters. It is never returned, and it is no part of the comparison of an Idempotency-Key.",
  })
  @MaxLength(MAX_TOKEN)
  @Secret()
  readonly token?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the buyer comes back to from a page of the gateway: an https URL (http in development) of an origin in `PLINTH_CORS_ORIGINS`. `{link}` in its path, query or fragment becomes the secret link of the order: `https://www.example.com/orders/{link}`.",
  })
  @MaxLength(INPUT_LIMITS.url)
  readonly returnUrl?: string | null;
}
