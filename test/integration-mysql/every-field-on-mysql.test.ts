import { everyFieldOfTheApi } from "../contracts/catalog/every-field-of-the-api.contract.js";
import { everyField } from "../contracts/catalog/every-field.contract.js";
import { everythingOnMysql } from "./everything-on-mysql.js";

everyField("MySQL or MariaDB", everythingOnMysql);
everyFieldOfTheApi("MySQL or MariaDB", everythingOnMysql);
