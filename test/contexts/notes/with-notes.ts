import { CONTEXTS } from "../../../src/application/contexts.js";
import { STORAGES } from "../../../src/infrastructure/storages.js";
import { APIS } from "../../../src/interface/graphql/apis.js";
import type { ContextApi } from "../../../src/interface/graphql/nodes/context-api.js";
import { notesContext } from "./application/notes.js";
import { notesApi } from "./graphql/notes-api.js";
import { notesStorage } from "./infrastructure/notes-storage.js";

// All that a program with the context `notes` needs: one line in the list of each room.
export const WITH_NOTES = {
  contexts: [...CONTEXTS, notesContext],
  storages: [...STORAGES, notesStorage],
  apis: [...APIS, notesApi] as readonly ContextApi[],
} as const;
