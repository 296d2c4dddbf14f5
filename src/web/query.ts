/** What the front page is about: the graph, and its issues by how many actors have accepted stances on them. */
export const overviewQuery = `
  query Overview {
    dataset {
      title description licence citation version revision changedAt
      counts { actors issues documents evidence stances relations events }
    }
    issues(first: 100) { nodes { id proposition } }
    stanceCounts(where: { status: { eq: ACCEPTED } }, groupBy: [ISSUE]) {
      keys { value label }
      actors
    }
  }
`;

/** Who stands where on some issues, with all that the front page shows of it. */
export const positionsQuery = `
  query Positions($issues: [ID!]!) {
    issues(where: { id: { in: $issues } }, first: 100) {
      nodes {
        id label proposition pro contra
        positions(first: 50, orderBy: [{ field: SCORE, direction: DESC }]) {
          totalCount
          nodes {
            actor { id name }
            direction intensity since stanceCount sourceCount contested explanation
            conditions { kind text }
            facets { name value }
            representative { name }
            deciding { ...Stance }
            stances(first: 5) { nodes { ...Stance } }
          }
        }
      }
    }
  }
  fragment Stance on Stance {
    id direction intensity act
    evidence { quote document { id title url } }
    document { id title url }
    attribution { role cue actor { name } anonymous { descriptor affiliation { name } } }
    effectiveOn { edtf }
  }
`;

/** How many issues the front page shows with their positions; the others it names. */
export const shownIssues = 10;

/** What the overview returns, no more. */
export interface Overview {
  readonly dataset: {
    readonly title: string;
    readonly description: string | null;
    readonly licence: string | null;
    readonly citation: string | null;
    readonly version: string;
    readonly revision: number;
    readonly changedAt: string;
    readonly counts: Readonly<
      Record<"actors" | "issues" | "documents" | "evidence" | "stances" | "relations" | "events", number>
    >;
  };
  readonly issues: { readonly nodes: readonly { readonly id: string; readonly proposition: string }[] };
  readonly stanceCounts: readonly IssueCount[];
}

export interface IssueCount {
  readonly keys: readonly { readonly value: string | null; readonly label: string | null }[];
  readonly actors: number;
}

export interface IssueData {
  readonly id: string;
  readonly label: string;
  readonly proposition: string;
  readonly pro: string;
  readonly contra: string;
  readonly positions: { readonly totalCount: number; readonly nodes: readonly PositionData[] };
}

export interface PositionData {
  readonly actor: { readonly id: string; readonly name: string };
  readonly direction: Direction;
  readonly intensity: number;
  readonly since: string | null;
  readonly stanceCount: number;
  readonly sourceCount: number;
  readonly contested: boolean;
  readonly explanation: string;
  readonly conditions: readonly { readonly kind: ConditionKind; readonly text: string }[];
  readonly facets: readonly { readonly name: string; readonly value: string }[];
  readonly representative: { readonly name: string } | null;
  readonly deciding: StanceData;
  readonly stances: { readonly nodes: readonly StanceData[] };
}

export interface StanceData {
  readonly id: string;
  readonly direction: Direction;
  readonly intensity: number;
  readonly act: string;
  readonly evidence: readonly { readonly quote: string; readonly document: DocumentData }[];
  readonly document: DocumentData;
  readonly attribution: readonly LinkData[];
  readonly effectiveOn: { readonly edtf: string } | null;
}

export interface DocumentData {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

export interface LinkData {
  readonly role: "PUBLISHER" | "RELAY" | "SPEAKER" | "HOLDER";
  readonly cue: string | null;
  readonly actor: { readonly name: string } | null;
  readonly anonymous: {
    readonly descriptor: string;
    readonly affiliation: { readonly name: string } | null;
  } | null;
}

export type Direction =
  | "SUPPORTS"
  | "OPPOSES"
  | "AMBIVALENT"
  | "NEUTRAL"
  | "UNDECIDED"
  | "DECLINED_TO_COMMENT";
export type ConditionKind = "IF" | "UNLESS" | "ONLY_AFTER" | "UNTIL" | "REQUIRES";
