import { inXml } from "./networks/xml.ts";

/** News for feed readers. */
export interface Feed {
  readonly title: string;
  /** The address of the page that it follows. */
  readonly page: string;
  /** Its own address. */
  readonly self: string;
  /** When the graph last changed, as an instant. */
  readonly updatedAt: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** The same as long as it is the same news. */
  readonly id: string;
  readonly title: string;
  readonly page: string;
  /** The first day on which it holds. */
  readonly on: string;
  readonly text: string;
}

/** Atom, as RFC 4287 has it. */
export function atomOf({ title, page, self, updatedAt, entries }: Feed): string {
  const items = entries.map(
    (entry) => `  <entry>
    <id>${inXml(entry.id)}</id>
    <title>${inXml(entry.title)}</title>
    <link href="${inXml(entry.page)}"/>
    <updated>${entry.on}T00:00:00Z</updated>
    <summary>${inXml(entry.text)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${inXml(self)}</id>
  <title>${inXml(title)}</title>
  <link href="${inXml(page)}"/>
  <link rel="self" href="${inXml(self)}"/>
  <updated>${updatedAt}</updated>
  <author><name>${inXml(title)}</name></author>
${items.join("")}</feed>
`;
}

/** JSON Feed, version 1.1. */
export function jsonFeedOf({ title, page, self, entries }: Feed): string {
  return JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title,
      home_page_url: page,
      feed_url: self,
      items: entries.map((entry) => ({
        id: entry.id,
        title: entry.title,
        url: entry.page,
        date_published: `${entry.on}T00:00:00Z`,
        content_text: entry.text,
      })),
    },
    null,
    2,
  );
}
