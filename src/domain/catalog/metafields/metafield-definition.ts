import { Aggregate } from "../../shared/aggregate.js";
import { Problems } from "../../shared/problems.js";
import { deepEqual } from "../../shared/deep-equal.js";
import { text } from "../../shared/text.js";
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

export interface MetafieldDefinitionSnapshot extends MetafieldDefinitionContent {
  readonly id: MetafieldDefinitionId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Declares a custom field, so that products can have it. */
export class MetafieldDefinition extends Aggregate<MetafieldDefinitionEvent> {
  private constructor(
    readonly id: MetafieldDefinitionId,
    private content: MetafieldDefinitionContent,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused with InvalidMetafield, InvalidText */
  static declare(
    id: MetafieldDefinitionId,
    content: Omit<MetafieldDefinitionContent, "translations">,
    now: Date,
  ): MetafieldDefinition {
    const definition = new MetafieldDefinition(
      id,
      checkedContent({ ...content, translations: [] }),
      1,
      now,
      now,
    );
    definition.record({
      type: "catalog.metafield-definition-created",
      metafieldDefinitionId: id,
      version: 1,
    });
    return definition;
  }

  static restore({
    id,
    version,
    createdAt,
    updatedAt,
    ...content
  }: MetafieldDefinitionSnapshot): MetafieldDefinition {
    return new MetafieldDefinition(id, content, version, createdAt, updatedAt);
  }

  snapshot(): MetafieldDefinitionSnapshot {
    return {
      ...this.content,
      id: this.id,
      version: this.version,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
    };
  }

  /** @returns whether anything changed @throws Refused with InvalidText */
  update({ name, description }: MetafieldDefinitionPatch, now: Date): boolean {
    return this.replaceContent({ ...this.content, name, description }, now);
  }

  /**
   * @returns whether anything changed
   * @throws Refused with InvalidLocaleTag, InvalidText, RepeatedEntry, TooMany
   */
  translate(patches: readonly DefinitionTranslationPatch[], now: Date): boolean {
    return this.replaceContent(
      { ...this.content, translations: translateDefinition(this.content.translations, patches) },
      now,
    );
  }

  /** Removes the translations in some languages. @returns whether there were any */
  removeTranslations(locales: readonly string[], now: Date): boolean {
    return this.replaceContent(
      {
        ...this.content,
        translations: this.content.translations.filter(({ locale }) => !locales.includes(locale)),
      },
      now,
    );
  }

  /**
   * Records the deletion.
   * @param uses how many products have the metafield
   * @throws MetafieldDefinitionInUse
   */
  delete(uses: number): void {
    if (uses > 0) throw new MetafieldDefinitionInUse(this.content, uses);
    this.version += 1;
    this.record({
      type: "catalog.metafield-definition-deleted",
      metafieldDefinitionId: this.id,
      version: this.version,
    });
  }

  private replaceContent(content: MetafieldDefinitionContent, now: Date): boolean {
    const next = checkedContent(content);
    if (deepEqual(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "catalog.metafield-definition-updated",
      metafieldDefinitionId: this.id,
      version: this.version,
    });
    return true;
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
