import { base } from "./style/base.ts";
import { parts } from "./style/parts.ts";
import { shell } from "./style/shell.ts";
import { pictures, views } from "./style/views.ts";

/** The whole look: system fonts, three colour schemes, no images. */
export const style = [base, shell, parts, views, pictures].join("");
