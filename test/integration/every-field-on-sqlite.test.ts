import { everyFieldOfTheApi } from "../contracts/catalog/every-field-of-the-api.contract.js";
import { everyField } from "../contracts/catalog/every-field.contract.js";
import { everythingEmbedded } from "./everything-stored.js";

everyField("SQLite", everythingEmbedded);
everyFieldOfTheApi("SQLite", everythingEmbedded);
