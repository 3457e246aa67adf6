import { graphql } from "graphql";
import "reflect-metadata";
import { Field, InputType, ObjectType, Resolver, Root } from "type-graphql";
import { change, type Work } from "../../../src/application/shared/change.js";
import type { Clock } from "../../../src/application/shared/clock.js";
import type { Context } from "../../../src/application/shared/context.js";
import type { Fingerprints } from "../../../src/application/shared/fingerprints.js";
import type {
  IdempotencyKeyReads,
  IdempotencyStores,
} from "../../../src/application/shared/idempotency-keys.js";
import type { Log } from "../../../src/application/shared/log.js";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { anybody, type Viewer } from "../../../src/application/shared/viewer.js";
import { wired, type Wired } from "../../../src/application/shared/wired.js";
import { buildSchema } from "../../../src/interface/graphql/build-schema.js";
import { errorCodesOf } from "../../../src/interface/graphql/errors/error-codes-of.js";
import type { GraphqlContext } from "../../../src/interface/graphql/execution/graphql-context.js";
import { DryRunInput } from "../../../src/interface/graphql/mutation/dry-run-input.js";
import { mutationsOf } from "../../../src/interface/graphql/mutation/mutations.js";
import { Payload } from "../../../src/interface/graphql/mutation/payload.js";
import type { ContextApi } from "../../../src/interface/graphql/nodes/context-api.js";
import type { MutationResult } from "../../../src/interface/graphql/mutation/run-mutation.js";
import { Secret } from "../../../src/interface/graphql/mutation/secret.js";
import { FieldResolver } from "../../../src/interface/graphql/schema/field-resolver.js";

/**
 * A context of guests: a basket is made by who has none, and then named by its id. Joining it is
 * prepared, with a password that is hashed slowly, and followed up with a greeting.
 */
export interface BasketNeeds {
  readonly unitOfWork: UnitOfWork<SettingStores & IdempotencyStores>;
  readonly idempotencyKeyReads: IdempotencyKeyReads;
  readonly clock: Clock;
  readonly log: Log;
  readonly slowHash: (password: string) => Promise<string>;
  readonly greet: (basketId: string) => Promise<void>;
}

interface Basket {
  readonly basketId: string;
  /** How often the basket was changed, all baskets together when it was made. */
  readonly times: number;
}

const counted = async ({ settings }: SettingStores, name: string): Promise<number> => {
  const times = Number((await settings.get(name)) ?? 0) + 1;
  await settings.set(name, String(times));
  return times;
};

@InputType()
class BasketCreateInput extends DryRunInput {
  @Field(() => String)
  readonly note!: string;
}

@InputType()
class BasketCoupon {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  @Secret()
  readonly code!: string;
}

@InputType()
abstract class PasswordInput extends DryRunInput {
  @Field(() => String, { nullable: true })
  @Secret()
  readonly password?: string | null;
}

@InputType()
class BasketJoinInput extends PasswordInput {
  @Field(() => String, { nullable: true })
  readonly basketId?: string | null;

  @Field(() => String)
  readonly email!: string;

  @Field(() => [BasketCoupon], { nullable: true })
  readonly coupons?: readonly BasketCoupon[] | null;
}

const OPERATIONS = {
  basketCreate: change(
    anybody,
    async (_: BasketCreateInput, { stores }: Work<SettingStores>): Promise<Basket> => {
      const times = await counted(stores, "baskets");
      return { basketId: `basket_${times}`, times };
    },
  ),
  basketJoin: change(anybody, {
    prepare: ({ password }: BasketJoinInput, _: Viewer, { slowHash }: BasketNeeds) =>
      slowHash(password ?? ""),
    decide: async (
      { basketId }: BasketJoinInput,
      { stores }: Work<SettingStores>,
      _: BasketNeeds,
      hash: string,
    ): Promise<Basket> => {
      await stores.settings.set("hash", hash);
      return { basketId: basketId ?? "", times: await counted(stores, basketId ?? "none") };
    },
    afterwards: ({ basketId }, _, { greet }) => greet(basketId),
  }),
};

@ObjectType({ simpleResolvers: true })
class BasketPayload extends Payload {}

@Resolver(() => BasketPayload)
class BasketPayloadResolver {
  @FieldResolver(() => String, { nullable: true })
  basket(@Root() { result }: MutationResult<Basket>): string | null {
    return result && `${result.basketId} ${result.times}`;
  }
}

const basketsContext = {
  name: "baskets",
  operations: OPERATIONS,
  open: (needs: BasketNeeds): Wired<typeof OPERATIONS> => wired(OPERATIONS, needs),
} as const satisfies Context;

const spec = { payload: () => BasketPayload, description: "A test.", about: "A test." };
const basketsApi = {
  context: basketsContext,
  admin: [
    mutationsOf<Wired<typeof OPERATIONS>>("baskets", {
      basketCreate: { ...spec, input: () => BasketCreateInput },
      basketJoin: { ...spec, input: () => BasketJoinInput, cartId: "basketId" },
    }),
    BasketPayloadResolver,
  ],
} satisfies ContextApi;
const schema = buildSchema("admin", [basketsApi]);

export interface Sending {
  readonly viewer: Viewer;
  readonly key: string | null;
  readonly fingerprints: Fingerprints;
}

/** `done`, `replayed` or the code of the error, and what the payload says of the basket. */
export type BasketAnswer = readonly [outcome: string, basket: string | null];

/** Sends mutations of the context as a client does. */
export const basketApi = (needs: BasketNeeds) => {
  const baskets = basketsContext.open(needs);
  return async (
    mutation: "basketCreate" | "basketJoin",
    input: object,
    { viewer, key, fingerprints }: Sending,
  ): Promise<BasketAnswer> => {
    const context = {
      viewer,
      fingerprints,
      errorCodes: errorCodesOf([basketsApi]),
      idempotencyKey: key,
      replayed: [],
      app: { baskets },
      batch: { forget: () => undefined },
    } as unknown as GraphqlContext;
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await graphql({
      schema,
      source: `mutation ($input: ${type}!) { ${mutation}(input: $input) { basket userErrors { code } } }`,
      variableValues: { input },
      contextValue: context,
    });
    if (errors) throw new Error(JSON.stringify(errors));
    const { basket, userErrors } = (data ?? {})[mutation] as {
      readonly basket: string | null;
      readonly userErrors: readonly { readonly code: string }[];
    };
    return [userErrors[0]?.code ?? (context.replayed.length > 0 ? "replayed" : "done"), basket];
  };
};
