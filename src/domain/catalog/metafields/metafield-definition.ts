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
import { checkMetafieldName, type MetafieldName, type MetafieldType } from "./metafield.js";

/**
 * The texts of a definition. Its namespace, key and type never change, because the values depend on
 * them.
 */
export interface MetafieldDefinitionPatch {
  /** The label in forms. */
  readonly name: string;
  readonly description: string;
}

export interface MetafieldDefinitionContent extends MetafieldName, MetafieldDefinitionPatch {
  readonly type: MetafieldType;
  /** Name and description in other languages, sorted by language tag. */
  readonly translations: readonly DefinitionTranslation[];
}

export type MetafieldDefinitionSnapshot = MetafieldDefinitionContent &
  VersionedState<MetafieldDefinitionId>;

/** Declares a custom field, so that products can have it. */
export class MetafieldDefinition extends VersionedAggregate<
  MetafieldDefinitionSnapshot,
  MetafieldDefinitionEvent
> {
  /** @throws Refused with InvalidMetafield, InvalidText */
  static declare(
    id: MetafieldDefinitionId,
    content: Omit<MetafieldDefinitionContent, "translations">,
    now: Date,
  ): MetafieldDefinition {
    return new MetafieldDefinition({
      ...checkedContent({ ...content, translations: [] }),
      ...newState(id, now),
    }).created();
  }

  static restore(snapshot: MetafieldDefinitionSnapshot): MetafieldDefinition {
    return new MetafieldDefinition(snapshot);
  }

  /** @returns whether anything changed @throws Refused with InvalidText */
  revise({ name, description }: MetafieldDefinitionPatch, now: Date): boolean {
    return this.update(checkedContent({ ...this.state, name, description }), now);
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
   * @param uses how many products have the metafield
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
  problems.throwIfAny();
  return { namespace, key, type, name, description, translations };
};
