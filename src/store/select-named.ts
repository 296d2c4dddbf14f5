interface Names {
  readonly table: string;
  readonly column: string;
}

/**
 * A select of whole rows made one of the rows whose ids a table of names has, with another column of that table before
 * them. They are looked up one by one.
 */
export function selectNamed(select: string, { table, column }: Names): string {
  return select
    .replace("select ", `select ${table}.${column}, `)
    .replace(/from (\w+)$/, `from ${table} cross join $1 on $1.id = ${table}.id`);
}
