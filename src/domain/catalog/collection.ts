import { Aggregate } from "../shared/aggregate.js";
import { Problems } from "../shared/domain-error.js";
import { same } from "../shared/same.js";
import { text } from "../shared/text.js";
import type { CollectionEvent } from "./events.js";
import type { CollectionId } from "./ids.js";
import { media, type Media } from "./media.js";
import type { Seo } from "./product.js";
import { publication, type Publication } from "./publication.js";
import { slug } from "./slug.js";

/** Everything about a collection that people write, apart from which products stand in it. */
export interface CollectionContent {
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly publication: Publication | null;
  readonly seo: Seo;
  readonly image: Media | null;
}

export interface CollectionSnapshot extends CollectionContent {
  readonly id: CollectionId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A group of products, put in order by hand. */
export class Collection extends Aggregate<CollectionEvent> {
  private constructor(
    readonly id: CollectionId,
    private content: CollectionContent,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused */
  static create(id: CollectionId, content: CollectionContent, now: Date): Collection {
    const collection = new Collection(id, checked(content), 1, now, now);
    collection.record({ type: "catalog.collection-created", collectionId: id, version: 1 });
    return collection;
  }

  static restore({ id, version, createdAt, updatedAt, ...content }: CollectionSnapshot): Collection {
    return new Collection(id, content, version, createdAt, updatedAt);
  }

  snapshot(): CollectionSnapshot {
    return { ...this.content, id: this.id, version: this.version, createdAt: this.createdAt, updatedAt: this.updatedAt };
  }

  /** @returns whether anything changed @throws Refused */
  revise(content: CollectionContent, now: Date): boolean {
    const next = checked(content);
    if (same(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "catalog.collection-updated", collectionId: this.id, version: this.version });
    return true;
  }

  /** Says farewell; the store then removes it. */
  delete(): void {
    this.version += 1;
    this.record({ type: "catalog.collection-deleted", collectionId: this.id, version: this.version });
  }
}

/** A title as it is stored. @throws InvalidText */
export const collectionTitle = (raw: string): string => text(raw, { what: "The title of a collection", min: 1, max: 255 });

function checked(content: CollectionContent): CollectionContent {
  const problems = new Problems();
  const next: CollectionContent = {
    slug: problems.attempt(() => slug(content.slug)) ?? content.slug,
    title: problems.attempt(() => collectionTitle(content.title)) ?? content.title,
    descriptionHtml: problems.attempt(() => text(content.descriptionHtml, { what: "The description", max: 500_000, multiline: true })) ?? "",
    publication: problems.attempt(() => publication(content.publication)) ?? null,
    seo: {
      title: problems.attempt(() => text(content.seo.title, { what: "The SEO title", max: 255 })) ?? "",
      description: problems.attempt(() => text(content.seo.description, { what: "The SEO description", max: 1_000 })) ?? "",
    },
    image: content.image && (problems.attempt(() => media(content.image as Media)) ?? null),
  };
  problems.throwIfAny();
  return next;
}
