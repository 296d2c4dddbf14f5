/** Exports of Factiva, with the codes of fields and as articles are shown, made up in the shapes in which they come. */

export const factivaCoded = `SE  World
HD  Feed for fish farms traced to
    West African waters, report says
BY  By Karin Holm
WC  812 words
PD  4 March 2019
ET  09:00
SN  Nordic Daily
SC  NORDD
LA  English
CY  Copyright 2019 Nordic Daily
LP
    A report published today alleges that feed for farms in Europe
    is made of fish that communities rely on.
TD
    The report names several plants.

      IN the ports, traders denied it.
CO  acme : Acme Feed ASA
NS  gfish : Fishing
RE  wafrz : West Africa
PUB  Nordic Papers
AN  Document NORDD00020190304ef3400001

HD  Buyers question origin
WC  80 words
SN  Trade Weekly
SC  TRADEW
LA  Danish
LP  Buyers of feed face renewed questions about where the fish was caught and by whom.
Document TRADEW0020190306ef3600001

Search Summary
Text    fish and feed
Date    All dates
`;

export const factivaShown = `U.S. News
Oil production stays strong despite low prices
By Collin Eaton
1,012 words
30 December 2024
The Wall Street Journal
J
B1
English
Copyright 2024 Dow Jones & Company, Inc. All Rights Reserved.

Producers said they would not cut.

300 words

were all that one of them wrote.

Document J000000020241230ekcu0001g

Bergleute lehnen den Plan ab

210 Wörter

8 März 2024

Neue Zeitung

NEUZ

2

Deutsch

(c) 2024 Neue Zeitung GmbH

Die Bergleute lehnen den Plan der Regierung ab.

Dokument NEUZ000020240308ek3800001

Minister backs plan
90 words
8 March 2024
10:15
Reuters News
LBA
English
The minister said on Friday that she backs the plan of her government.
Document LBA0000020240308ek3800abc
`;
