/** Exports of Nexis and of Nexis Uni, made up in the shapes in which they come. */

export const nexis = `Download Request: Selected Items: 1-5
Time Of Request: Friday, March 20, 2024  16:51:31

Terms: (coal and plan)



                               1 of 5 DOCUMENTS



                            The Daily Paper (London)

                             March 8, 2024 Friday
                                   Edition 1;
                                    Scotland

Miners reject the plan to
close pits

BYLINE: By Ann Writer

SECTION: NEWS; Pg. 6

LENGTH: 355 words

DATELINE: LONDON


Miners said on Friday that the plan to close the last pits was wrong,
and that they would strike.

   An indented line: SUBJECT to change, they said.

Language: a barrier to talks.

LOAD-DATE: March 9, 2024

LANGUAGE: ENGLISH

GRAPHIC: A pit near the town,

as it was last year

PUBLICATION-TYPE: Newspaper


                       Copyright 2024 Daily Papers Ltd
                              All Rights Reserved

                               2 of 5 DOCUMENTS


                                  Neue Zeitung

                            Freitag 8. März 2024

Ausstieg aus der Kohle bleibt umstritten

AUTOR: Peter Müller

RUBRIK: POLITIK; S. 2

LÄNGE: 210 Wörter

Die Bergleute lehnen den Plan der Regierung ab, sagte ein Sprecher der Gewerkschaft am Freitag.

UPDATE: 9. März 2024

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

                   Copyright 2024 Neue Zeitung GmbH
                        Alle Rechte vorbehalten

                               3 of 5 DOCUMENTS

                     Copyright 2024 Evening Papers LLC d/b/a
                                  Evening Digital
                              All Rights Reserved

                                The Evening Post

                                  9 March 2024

Ministers at odds over a coal phase-out
that was promised

LENGTH: 90 words

HIGHLIGHT: Two departments, two plans, and
no end in sight

The ministers of the two departments disagreed on the matter in public.

The plan, one said, was Document 1 of 2 that she had not read.

Document 1 of 2

was on her desk.

LANGUAGE: ENGLISH

SUBJECT: COAL INDUSTRY (90%); ENERGY POLICY (89%); MINING
(78%)

LOAD-DATE: March 9, 2024

                               4 of 5 DOCUMENTS

                     Copyright 2015 Morning Papers
                                The Morning Post

                             July 1, 2015 Wednesday
                                 Met 2 Edition

SECTION: A-SECTION; Pg. A01

LENGTH: 3362 words

HEADLINE: DISTRAUGHT towns, slow answers

BYLINE: Wes Lower;Kim Kind;
and Jo Alexander

BODY:

It was not yet nine, and the town was awake to hear what the owners had decided.

LANGUAGE: ENGLISH

                               5 of 5 DOCUMENTS

                                   The Weekly

                                   2024-03-10

A letter

Sir, the plan of the government deserves support from everyone who reads this paper.
`;

export const nexisUni = `User Name: A. Researcher
Date and Time: Monday, March 11, 2024 10:00 AM CET
Job Number: 123456789
Documents (3)
1. Parliament votes on troops
Client/Matter: -None-
Search Terms: troops
2. Regierung bittet um Zeit
3. 8 March 2024 in pictures

Parliament votes on troops
The Guardian (London)
March 8, 2024 Friday 10:00 AM GMT
Copyright 2024 Guardian Newspapers Limited All Rights Reserved
Section:\u00a0WORLD NEWS; Version:1
Length:\u00a0355 words
Byline:\u00a0Ann Writer
Highlight:\u00a0The vote was close

Body

Members voted on Friday that foreign troops should leave the country.

The government asked for time.

Graphic

Members of parliament, voting

Classification

Language:\u00a0ENGLISH
Publication-Type:\u00a0Newspaper
Subject:\u00a0PARLIAMENTS (90%)
Industry:\u00a0DEFENCE (70%)
Load-Date:\u00a0March 9, 2024

End of Document

Link zum PDF-Dokument
Regierung bittet um Zeit
Frankfurter Blatt
Freitag 8. März 2024
Copyright 2024 Frankfurter Blatt GmbH Alle Rechte vorbehalten
Section:\u00a0POLITIK; S. 2
Length:\u00a0120 words

Body

Die Regierung bat am Freitag um mehr Zeit für die Verhandlungen mit ihren Partnern.

Load-Date:\u00a0March 9, 2024

End of Document

8 March 2024 in pictures
The Guardian (London)
March 9, 2024
Length:\u00a020 words

Body

A day of votes and of protests in front of the parliament, seen by our photographers.

Load-Date:\u00a0March 9, 2024

End of Document
`;
