import { LRUCache } from "lru-cache";
import { Arg, Ctx, Resolver, Root } from "type-graphql";
import { DomainError } from "../../../domain/shared/domain-error.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { FieldResolver } from "../schema/field-resolver.js";
import type { MoneySource } from "./money-presenter.js";
import { MoneyType } from "./money-type.js";

@Resolver(() => MoneyType)
export class MoneyResolver {
  @FieldResolver()
  formatted(
    @Root() money: MoneySource,
    @Arg("locale", () => String, {
      nullable: true,
      validate: false,
      description:
        "The language of the format as a BCP 47 tag, such as `de-AT`. Default: the language of the request.",
    })
    locale: string | null,
    @Ctx() context: GraphqlContext,
  ): string {
    return formatted(money, locale ?? context.locale);
  }
}

class InvalidLocale extends DomainError {
  readonly code = "INVALID_LOCALE";

  constructor(locale: string) {
    super(`"${locale.slice(0, 60)}" is not a BCP 47 language tag, such as "de" or "pt-BR".`);
  }
}

const formats = new LRUCache<string, Intl.NumberFormat>({ max: 200 });
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** @throws InvalidLocale */
const formatted = ({ amount, currency }: MoneySource, locale: string): string => {
  if (!LANGUAGE_TAG.test(locale)) throw new InvalidLocale(locale);
  const key = `${locale} ${currency}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(canonical(locale), { style: "currency", currency });
  formats.set(key, format);
  // A text, because a float would round large amounts.
  return format.format(amount as `${number}`);
};

const canonical = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? locale;
  } catch {
    throw new InvalidLocale(locale);
  }
};
