import type { Instant } from "../domain/edtf.ts";
import type { CoderId, DocumentId, StanceId } from "../domain/id.ts";
import type { Proposal, ProposalSpan } from "../domain/proposal.ts";
import { insertion } from "./insertion.ts";
import { listOf, type Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";

/** How extractors came to the stances they propose. */
export function proposalStore(db: Sqlite) {
  const byStance = db.prepare(`
    select p.extractor, p.version, p.model, p.prompt_hash, p.codebook, p.reasons,
      (select json_group_array(json_object('role', s.role, 'start', s.start, 'end', s.end) order by s.ordinal)
         from proposal_span s where s.stance_key = p.stance_key) as spans
    from proposal p where p.stance_key = (select key from stance where id = :id)
  `);
  const keyOf = db.prepare("select key from stance where id = :id").pluck();
  const insert = insertion(db, "proposal", [
    ...["stance_key", "extractor", "version", "model", "prompt_hash", "codebook", "reasons"],
  ]);
  const insertSpan = insertion(db, "proposal_span", ["stance_key", "ordinal", "role", "start", "end"]);
  const open = db
    .prepare(`
      select stance.id from stance join proposal p on p.stance_key = stance.key
      where stance.document_id = :document and stance.coder_id = :coder and stance.status = 'PROPOSED' order by stance.key
    `)
    .pluck();
  const reading = db.prepare(
    "select version, codebook from extraction where document_id = :document and coder_id = :coder",
  );
  const noteReading = db.prepare(`
    insert into extraction (document_id, coder_id, version, codebook, at) values (:document, :coder, :version, :codebook, :at)
    on conflict (document_id, coder_id) do update set version = excluded.version, codebook = excluded.codebook, at = excluded.at
  `);
  return {
    /** What an extractor proposes in a document that nobody has decided on. */
    openIn: (document: DocumentId, coder: CoderId) => open.all({ document, coder }) as StanceId[],
    /** By which version an extractor read a document last; null where it has not. */
    readingOf: (document: DocumentId, coder: CoderId) =>
      (reading.get({ document, coder }) as ExtractionOf | undefined) ?? null,
    noteReading(
      document: DocumentId,
      coder: CoderId,
      { version, codebook }: ExtractionOf,
      at: Instant,
    ): void {
      noteReading.run({ document, coder, version, codebook, at });
    },
    /** How an extractor came to a stance; null where none did. */
    of(id: StanceId): Proposal | null {
      const row = byStance.get({ id }) as Row | undefined;
      return row === undefined ? null : proposalOf(row);
    },
    add(id: StanceId, proposal: Proposal): void {
      const { extractor, version, model, promptHash, codebook, reasons, spans } = proposal;
      const key = keyOf.get({ id }) as number;
      insert.run([key, extractor, version, model, promptHash, codebook, JSON.stringify(reasons)]);
      for (const [ordinal, { role, start, end }] of spans.entries())
        insertSpan.run(key, ordinal, role, start, end);
    },
  };
}

/** By what a document was read: another version of either may find other stances. */
export interface ExtractionOf {
  readonly version: string;
  readonly codebook: string;
}

function proposalOf(row: Row): Proposal {
  return {
    extractor: row.extractor as string,
    version: row.version as string,
    model: row.model as string | null,
    promptHash: row.prompt_hash as string | null,
    codebook: row.codebook as string | null,
    reasons: listOf<string>(row.reasons),
    spans: listOf<ProposalSpan>(row.spans),
  };
}
