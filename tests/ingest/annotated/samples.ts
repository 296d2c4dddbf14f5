import { strToU8, zipSync } from "fflate";

/** The same two stances as each program has them, by its own documented format. */
/** The owner's words come after a letter that is one code point and two UTF-16 units. */
export const text = "𝔐iners said they support the tax. Owners oppose it, the union said.\n";
const [support, oppose] = ["support the tax", "oppose it"].map((words) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, points: start - 1, pointsEnd: start - 1 + words.length };
}) as [Place, Place];

interface Place {
  readonly start: number;
  readonly end: number;
  readonly points: number;
  readonly pointsEnd: number;
}

/** Stances by their label, their holder tied to them by "Holder". */
export const mapping = `stancegraph-mapping: 1
annotations:
  labels: [Stance]
  holder: { name: "{Holder}", kind: GROUP }
  issue: { label: "{Issue|Tax}" }
  stance:
    direction: { of: "{Side}", values: { pro: SUPPORTS, contra: OPPOSES } }
`;

export const brat = `T1\tActor 0 6\t𝔐iners
T2\tStance ${support.points} ${support.pointsEnd}\tsupport the tax
T3\tActor 34 40\tOwners
T4\tStance ${oppose.points} ${oppose.pointsEnd}\toppose it
A1\tSide T2 pro
A2\tSide T4 contra
R1\tHolder Arg1:T2 Arg2:T1\t
E1\tStance:T4 Holder:T3
#1\tAnnotatorNotes T2\tfrom the strike
X9\tnobody knows
`;

export const doccano = `${JSON.stringify({
  id: 7,
  text,
  entities: [
    { id: 1, label: "Actor", start_offset: 0, end_offset: 6 },
    { id: 2, label: "Stance", start_offset: support.points, end_offset: support.pointsEnd, Side: "pro" },
    { id: 3, label: "Actor", start_offset: 34, end_offset: 40 },
    { id: 4, label: "Stance", start_offset: oppose.points, end_offset: oppose.pointsEnd, Side: "contra" },
  ],
  relations: [
    { id: 1, from_id: 2, to_id: 1, type: "Holder" },
    { id: 2, from_id: 4, to_id: 3, type: "Holder" },
  ],
})}\n`;

const region = (id: string, label: string, start: number, end: number) => ({
  id,
  type: "labels",
  from_name: "label",
  to_name: "text",
  value: { start, end, text: text.slice(start, end), labels: [label] },
});
const choice = (id: string, { start, end }: Place, side: string) => ({
  id,
  type: "choices",
  from_name: "Side",
  to_name: "text",
  value: { start, end, choices: [side] },
});
export const labelStudio = JSON.stringify([
  {
    id: 12,
    data: { text },
    annotations: [
      {
        completed_by: { id: 1, email: "ana@example.org" },
        result: [
          region("a", "Actor", 0, 7),
          region("b", "Stance", support.start, support.end),
          choice("b", support, "pro"),
          region("c", "Actor", 35, 41),
          region("d", "Stance", oppose.start, oppose.end),
          choice("d", oppose, "contra"),
          { type: "relation", from_id: "b", to_id: "a", direction: "right", labels: ["Holder"] },
          { type: "relation", from_id: "d", to_id: "c", direction: "right", labels: ["Holder"] },
        ],
      },
    ],
  },
]);

const xmi = `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
  <cas:NULL xmi:id="0"/>
  <type:Sentence xmi:id="9" sofa="1" begin="0" end="34"/>
  <custom:Actor xmi:id="10" sofa="1" begin="0" end="7"/>
  <custom:Stance xmi:id="11" sofa="1" begin="${support.start}" end="${support.end}" Side="pro" Holder="20"/>
  <custom:StanceHolderLink xmi:id="20" role="Holder" target="10"/>
  <custom:Actor xmi:id="12" sofa="1" begin="35" end="41"/>
  <custom:Stance xmi:id="13" sofa="1" begin="${oppose.start}" end="${oppose.end}" Side="contra"/>
  <custom:Relation xmi:id="14" sofa="1" begin="35" end="41" Governor="13" Dependent="12" label="Holder"/>
  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text.replaceAll("\n", "&#10;")}"/>
  <cas:View sofa="1" members="9 10 11 12 13 14"/>
</xmi:XMI>`;

const casJson = JSON.stringify({
  "%TYPES": {},
  "%FEATURE_STRUCTURES": [
    {
      "%ID": 1,
      "%TYPE": "uima.cas.Sofa",
      sofaNum: 1,
      sofaID: "_InitialView",
      mimeType: "text",
      sofaString: text,
    },
    { "%ID": 10, "%TYPE": "custom.Actor", "@sofa": 1, begin: 0, end: 7 },
    {
      "%ID": 11,
      "%TYPE": "custom.Stance",
      "@sofa": 1,
      begin: support.start,
      end: support.end,
      Side: "pro",
      "@Holder": 20,
    },
    { "%ID": 20, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [21] },
    { "%ID": 21, "%TYPE": "custom.StanceHolderLink", role: "Holder", "@target": 10 },
    { "%ID": 12, "%TYPE": "custom.Actor", "@sofa": 1, begin: 35, end: 41 },
    { "%ID": 13, "%TYPE": "custom.Stance", "@sofa": 1, begin: oppose.start, end: oppose.end, Side: "contra" },
    {
      "%ID": 14,
      "%TYPE": "custom.Relation",
      "@sofa": 1,
      begin: 35,
      end: 41,
      label: "Holder",
      "@Governor": 13,
      "@Dependent": 12,
    },
  ],
  "%VIEWS": {},
});

/** A project as the standard has it: passages with several codes, one of them below another. */
export const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project name="p" origin="a test" xmlns="urn:QDA-XML:project:1.0">
  <Users><User guid="u1" name="Ana"/></Users>
  <CodeBook><Codes>
    <Code guid="c0" name="Stance" isCodable="true"/>
    <Code guid="c1" name="Holder" isCodable="true"><Code guid="c2" name="𝔐iners" isCodable="true"/><Code guid="c3" name="Owners" isCodable="true"/></Code>
    <Code guid="c4" name="Side" isCodable="true"><Code guid="c5" name="pro" isCodable="true"/><Code guid="c6" name="contra" isCodable="true"/></Code>
  </Codes></CodeBook>
  <Sources>
    <TextSource guid="s1" name="paper" plainTextPath="internal://s1.txt">
      <PlainTextSelection guid="p1" startPosition="${support.points}" endPosition="${support.pointsEnd}" creatingUser="u1">
        ${["c0", "c2", "c5"].map((code) => `<Coding guid="${code}x"><CodeRef targetGUID="${code}"/></Coding>`).join("")}
      </PlainTextSelection>
      <PlainTextSelection guid="p2" startPosition="${oppose.points}" endPosition="${oppose.pointsEnd}" creatingUser="u1">
        ${["c0", "c3", "c6"].map((code) => `<Coding guid="${code}y"><CodeRef targetGUID="${code}"/></Coding>`).join("")}
      </PlainTextSelection>
    </TextSource>
    <PictureSource guid="s2" name="poster" path="internal://s2.png"/>
  </Sources>
</Project>`;

export const samples: readonly [
  name: string,
  format: string,
  file: string,
  files: () => Readonly<Record<string, string | Uint8Array>>,
][] = [
  [
    "brat (brat.nlplab.org/standoff.html)",
    "brat",
    "paper.ann",
    () => ({ "paper.ann": brat, "paper.txt": text }),
  ],
  [
    "an archive of brat",
    "brat",
    "all.ann.zip",
    () => ({ "all.ann.zip": zipped({ "a/paper.ann": brat, "a/paper.txt": text }) }),
  ],
  ["doccano (doccano.github.io/doccano)", "doccano", "all.jsonl", () => ({ "all.jsonl": doccano })],
  [
    "Label Studio (labelstud.io/guide/export)",
    "label-studio",
    "all.json",
    () => ({ "all.json": labelStudio }),
  ],
  ["UIMA CAS XMI (INCEpTION, WebAnno)", "inception", "paper.xmi", () => ({ "paper.xmi": xmi })],
  ["UIMA CAS JSON 0.4", "inception", "paper.json", () => ({ "paper.json": casJson })],
  [
    "a project of INCEpTION",
    "inception",
    "p.xmi.zip",
    () => ({ "p.xmi.zip": zipped({ "annotation/paper.txt/ana.xmi": xmi, "TypeSystem.xml": "<a/>" }) }),
  ],
  [
    "REFI-QDA 1.0 (qdasoftware.org)",
    "refi-qda",
    "p.qdpx",
    () => ({ "p.qdpx": zipped({ "project.qde": qde, "sources/s1.txt": text }) }),
  ],
];

export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])),
  );
}
