import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../../shared/versioned-aggregate.js";
import { MetafieldDefinitionInUse } from "./errors.js";
import type { MetafieldDefinitionEvent } from "../events.js";
import type { MetafieldDefinitionId } from "../ids.js";
import {
  checkedDefinitionTranslations,
  DEFINITION_RULES,
  translateDefinition,
  type DefinitionTranslationPatch,
  type DefinitionTranslation,
} from "./definition-translation.js";
import { checkedChoices, type MetafieldChoice } from "./metafield-choice.js";
import { checkedUsage, DEFAULT_USAGE, type MetafieldUsage } from "./metafield-usage.js";
import { checkMetafieldName, type MetafieldName } from "./metafield.js";
import type { MetafieldType } from "./metafield-type.js";

/**
 * What can change of a definition. Its namespace, key and type never change, because the values
 * depend on them.
 */
export interface MetafieldDefinitionPatch extends MetafieldUsage {
  /** The label in forms. */
  readonly name: string;
  readonly description: string;
  /** Those of a field of the type CHOICE or CHOICE_LIST, in the merchant's order. */
  readonly choices: readonly MetafieldChoice[];
}

export interface MetafieldDefinitionContent extends MetafieldName, MetafieldDefinitionPatch {
  readonly type: MetafieldType;
  /** Name and description in other languages, sorted by language tag. */
  readonly translations: readonly DefinitionTranslation[];
}

export type MetafieldDefinitionSnapshot = MetafieldDefinitionContent &
  VersionedState<MetafieldDefinitionId>;

/** The content of a new definition; by default it is for products, and for display only. */
export type DeclaredContent = Omit<
  MetafieldDefinitionContent,
  "translations" | "choices" | keyof MetafieldUsage
> &
  Partial<MetafieldDefinitionContent>;

/** Declares a custom field, so that products, variants or collections can have it. */
export class MetafieldDefinition extends VersionedAggregate<
  MetafieldDefinitionSnapshot,
  MetafieldDefinitionEvent
> {
  /** @throws Refused with InvalidMetafield, InvalidText, RepeatedEntry, TooMany */
  static declare(
    id: MetafieldDefinitionId,
    content: DeclaredContent,
    now: Date,
  ): MetafieldDefinition {
    return new MetafieldDefinition({
      ...declaredContent(content),
      ...newState(id, now),
    }).created();
  }

  static restore(snapshot: MetafieldDefinitionSnapshot): MetafieldDefinition {
    return new MetafieldDefinition(snapshot);
  }

  /**
   * @returns whether anything changed
   * @throws Refused with InvalidText, InvalidMetafield, InvalidLocaleTag, RepeatedEntry, TooMany
   */
  revise(patch: Partial<MetafieldDefinitionPatch>, now: Date): boolean {
    const { namespace, key, type } = this.state;
    return this.update(checkedContent({ ...this.state, ...patch, namespace, key, type }), now);
  }

  /**
   * @returns whether anything changed
   * @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany
   */
  translate(patches: readonly DefinitionTranslationPatch[], now: Date): boolean {
    const translations = translateDefinition(this.state.translations, patches);
    return this.update(checkedContent({ ...this.state, translations }), now);
  }

  /** Removes the translations in some languages. @returns whether there were any */
  removeTranslations(locales: readonly string[], now: Date): boolean {
    const translations = this.state.translations.filter(({ locale }) => !locales.includes(locale));
    return this.update(checkedContent({ ...this.state, translations }), now);
  }

  /**
   * Records the deletion.
   * @param uses how many products, variants and collections have the metafield
   * @throws MetafieldDefinitionInUse
   */
  delete(uses: number): void {
    if (uses > 0) throw new MetafieldDefinitionInUse(this.state, uses);
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted"): MetafieldDefinitionEvent {
    const { id, version } = this.state;
    return {
      type: `catalog.metafield-definition-${change}`,
      metafieldDefinitionId: id,
      version,
    };
  }
}

/** @throws Refused with InvalidMetafield, InvalidText, RepeatedEntry, TooMany */
export const declaredContent = (content: DeclaredContent): MetafieldDefinitionContent =>
  checkedContent({ ...DEFAULT_USAGE, choices: [], ...content, translations: [] });

const checkedContent = (content: MetafieldDefinitionContent): MetafieldDefinitionContent => {
  const { namespace, key, type } = content;
  const problems = new Problems();
  problems.collect(() => checkMetafieldName(content));
  const name =
    problems.collect(() => text(content.name, DEFINITION_RULES.name), "name") ?? content.name;
  const description =
    problems.collect(
      () => text(content.description, DEFINITION_RULES.description),
      "description",
    ) ?? content.description;
  const translations =
    problems.collect(() => checkedDefinitionTranslations(content.translations)) ?? [];
  const usage = problems.collect(() => checkedUsage(type, content)) ?? DEFAULT_USAGE;
  const choices = problems.collect(() => checkedChoices(type, content.choices), "choices") ?? [];
  problems.throwIfAny();
  return { namespace, key, type, name, description, ...usage, choices, translations };
};
