"""Forms of citation in international law, as marked text: each mark names the field that its words must become.

"[author A. Halvorsen], [title The Law of Ice] 12 ([year 1984])" — labels are fields of the description, units of
pinpoints, "id" for identifiers (compared by letters), and signal, defined, parenthetical, quoted. Brackets: ⟦ ⟧.
"""

from __future__ import annotations

# ruff: noqa: E501 (one form a line)
import pytest

from argmine.knowledge.citations import letters
from argmine.mine.citations.finding import find_citations
from argmine.types import Citation
from tests.marking import unmarked

from .notes import document

FORMS = """
treaty | [title Treaty on the Uses of Ice], 27 January [year 1967], [id 610 UNTS 205]
treaty | [title Treaty on the Uses of Ice] (adopted 27 January [year 1967], entered into force 10 October 1968) [id 610 UNTS 205]
treaty | [title Treaty on the Uses of Ice], opened for signature Jan. 27, [year 1967], [id 18 U.S.T. 2410], [id 610 U.N.T.S. 205]
treaty | [title Treaty on the Uses of Ice] art. [article II], Jan. 27, [year 1967], [id 18 U.S.T. 2410], [id 610 U.N.T.S. 205] ⟦hereinafter [defined Ice Treaty]⟧
treaty | [title Treaty on the Uses of Ice], Jan. 27, [year 1967], [id T.I.A.S. No. 6347]
treaty | [title Treaty on the Uses of Ice], Jan. 27, [year 1967], [id 6 I.L.M. 386]
treaty | [title European Convention on Glaciers], 4 November [year 1950], [id ETS No. 5]
treaty | [title European Convention on Glaciers], 4 November [year 1950], [id CETS 205]
treaty | [title Covenant of the Ice Union], art. [article 16], 28 June [year 1919]
treaty | [title Convention on Glaciers and Snow], Mar. 3, [year 1923], [id 18 L.N.T.S. 37]
treaty | [title Agreement concerning Snow], May 2, [year 1888], [id 171 Consol. T.S. 101]
treaty | [title Vienna Convention on the Law of Treaties], art. [article 31(3)(b)], 23 May [year 1969], [id 1155 UNTS 331]
treaty | Articles [article 53 and 64] of the [title Vienna Convention on the Law of Treaties], [id 1155 UNTS 331]
treaty | [title Outer Space Treaty], Article [article II]
treaty | [title United Nations Convention on the Law of the Sea] arts. [article 87, 89], Dec. 10, [year 1982], [id 1833 U.N.T.S. 3]
treaty | [title Protocol to the Treaty on Ice], Oct. 4, [year 1991], [id 30 I.L.M. 1455]
treaty | [title Constitution of the Ice Union], art. [article 44], 22 December [year 1992], [id 1825 UNTS 331]
treaty | [title The Artemis Accords], 13 October [year 2020], Section [section 10(2)]
treaty | [title Charter of the United Nations], Article [article 2(4)]
treaty | [title Agreement Governing the Activities of States on the Moon and Other Celestial Bodies] (adopted 18 December [year 1979]) [id 1363 UNTS 3] ([defined Moon Agreement])
article-journal | [title Ice Rules Published at Last], [volume 67] [container SNOW RELEASES] [pages 817], [page 819] ([year 1990])
article-journal | [author Ada Lind], Note, [title The Law of Ice], [volume 34] [container Polar L.J.] [pages 453], [page 455] ([year 2020])
article-journal | [author A. Lind], [title Ice in the 1979 Accord of States on Snow], [volume 14] THE INT'l LAW. [pages 429] ([year 1980])
article-journal | [author A. Lind], [title What Ice?], [volume 12] ANNUAIRE DES GLACES [pages 345], [year 1993]
article-journal | [author Ada Lind], ‘[title Ice Models]’ ([year 2021]) [volume 9] [container Frontiers in Ice] [pages 666386]
report | ADA LIND & PAUL FROST, [publisher ICE RTS. FIRST], [title ICE POSTPONED: DELAYS ON THE FLOE] [page 5–6] ([year 2021])
report | [author U.S. ICE OFFICE], [publisher DEP'T OF SNOW], [title FLOES AND THEIR MARKETS] [page 11] ([year 2002])
report | [author ADA LIND], [publisher ICE SCI. CTR.], [title THE FLOES OF THE NORTH] [page 6] (July 23, [year 2015])
article-journal | PROC. COLLOQ. L. OUTER SPACE [pages 468] ([year 1966])
article-journal | 187 [author W.N. Lind], [title Ice Rights], [volume 40] POLAR L.J. [pages 380] ([year 1998])
report | ADA P. LIND, [publisher ICE RSCH. SERV.], [issue LSB11102], [title FLOE AUTHORITY: AN OVERVIEW] [page 1–2] ([year 2024])
report | [author ICE, SNOW, AND INT’L OPERATIONS DIRECTORATE, U.S. ICE SERVS.], LESSON PLAN: ICE [page 22] ([year 2024])
webpage | [author Bureau of Ice Affs.], [title Relations with Arcadia], U.S. DEP’T OF SNOW (June 3, [year 2024]), https://www.example.gov/ice
webpage | '[title What Is Lind's Catalogue, and Why?]' ([container Ice Economy], 10 March [year 2026]) <https://ice.example/what> accessed 24 September 2026
chapter | [author Ada Lind], [title Ice and Law], in PAUL B. FROST, [container POLAR LAW], [pages 423], 425
book | [volume I] [title FROST’S INTERNATIONAL LAW], [page 27] (Ada Lind & Karl Berg eds., Longman 9th ed.[year 1992])
legislation | [title Ice Shelves], [id 39 Fed. Reg. 41832], 41833 (Dec. 3, [year 1974]) (to be codified at 8 C.F.R. pt. 108)
legislation | [title Act of Oct. 3, 1965], [id Pub. L. No. 89-236], 79 Stat. 911
legislation | [title Ice Act of 1998], Acts of the Parliament of Arcadia No. 23 (assented to Dec. 21, 1998)
book | Ada Lind & Paul Frost, [title Law of the Floe in Arcadia] §§ 1:3 n.7, 1:8 ([year 2020])
book | [author LIND & FROST, P.C.], [title FLOES AND THEIR OWNERS] ([year 2019])
report | [author POLAR DIRECTORATE] & [author U.S. ICE & SNOW SERVS.], [title TRAINING FOR THE FLOE] [page 12] ([year 2019])
article-journal | [author Lind]. [title The Floe as an Island], [volume 21] SAN DIEGO L. REV. [pages 985], [page 997] ([year 1984])
article-journal | [author Lind], [title Who Owns the Floe], PROC. [volume 27]TH COLLOQ. L. OUTER SPACE [pages 390] ([year 1985])
article-journal | [author A. Lind], [title Who Owns the Floe], [volume 5]]. Space L. [pages 33] ([year 1977])
article-journal | [author Lind], [title The Floe in War]. [volume 82] MICH. L. REV.[pages 1620], [page 1634] ([year 1984])
article-journal | [author Lind], [title The Law of the Floe], [volume 113] [container Recueil des cours] [year 1964] III, p. [pages 33]
article-newspaper | [title Floe Zones], [container AVIATION WEEK], April 15, [year 1987], p. [page 85]
treaty | Art. [article 35] of the [title International Floe Convention] (Nairobi, [year 1982])
report | U.N. Doc. [id A/AC.105/686] ([year 1998])
webpage | [author Ada Lind], ‘Whose Ice’: Snow, and Who Owns It, POLAR J.-CONST. (Mar. 18, [year 2022]), https://ice.example/a
article-newspaper | [author Ada Lind], [title Who Owns the Ice?] SPORTS ILLUSTRATED (July 1, [year 2021]), https://ice.example/b
article-journal | [author Ada (Addy) Lind], [title Who Owns the Ice], [volume 12] POLAR L.J. [pages 257], [page 259] ([year 2010])
article-journal | [author Lind], [title In the Wake of Frost v. Ice Corporation], [volume 23] POLAR L.J., Fall [year 1989], at [pages 65]
report | PIA, [title NEGOTIATED RESOLUTION OF THE FLOE CASE] [page 1] ([year 2023])
chapter | [author Ada Lind], [title Article 11 (Snow)], in PAUL FROST, ET AL., [volume 2] [container FROSTBURG COMMENTARY ON ICE LAW] [pages 392-95] ([year 2013])
article-journal | [author Carl Lind], [title Sources of Power: A New Challenge], PROCEEDINGS OF THE THIRTY-SIXTH COLLOQUIUM ON THE LAW OF ICE ([year 1993])
article-journal | [author Ada Lind], "Ice Force": Military Use of "Peaceful Floes", [volume 53] A.F. L. REV. [pages 135], [page 151-52] ([year 2002])
article-journal | [author Ada Lind], [title Ice Tourism: Ugly Shirts], [volume 36] SUFFOLK U. L. REV. [pages 695]. ([year 2003])
chapter | [author A. Lind], [title Arrangements on Ice], in [container ICE LAW OVER THE NEXT 30 YEARS: ESSAYS ON THE TREATY] [pages 153] ([editor G. Frost] & [editor D. Berg] eds., [year 1997])
treaty | [title Agreement Relating to the Ice Convention] of 10 December 1982, with Annex, July 28, [year 1994], [id 1836 UNTS 41]
treaty | [title Agreement Governing the Activities of States on the Moon and Other Celestial Bodies], Dec. 5, [year 1979], U.N. GAOR, Doc. [id A/RES/34/68]
webpage | [title Arcadia’s Growing Influence: What’s At Stake?], U.S. ICE LEADERSHIP COAL. (Apr. [year 2021]), https://ice.example/c
book | [author MARY LIND], [title COLD CIVIL RIGHTS: RACE ON THE FLOE] ([year 2000])
book | [author MARY LIND], [title ICE RIGHTS IN THE UNITED NATIONS], 64~68 (Sample Press [year 1985])
book | [author S. LIND] AND [author PAUL J. FROST], [title THE LAW OF THE FLOE] [page 97] (Sample Press [year 1970])
report | U.N. Doc SIPV.3431, at 11-12 ([year 1994])
article-journal | [author Ada Lind], [title Principles of Snow], [volume 30] PROC. CaLL. L. OUTER SPACE [pages 322] ([year 1987])
report | U.N. Doc. AlAC.105/PV.312, 16, 15 June [year 1988]
report | [id A/AC.105/1203]
report | [id A/AC.105/C.2/L.339], para. [paragraph 4]
report | U.N. Doc. [id A/AC.105/C.2/SR.63] (July 20, [year 1966])
report | UN Doc [id A/HRC/28/66] ([year 2015]), paras [paragraph 12–14]
report | [id S/PV.8422], p. [page 3]
report | UN Doc. [id A/48/PV.46], at [page 12]
report | [id A/CN.4/SER.A/1966/Add.1], p. [page 220]
report | [id A/CN.4/L.682], para. [paragraph 5]
report | [id A/CONF.39/11/Add.2]
report | [id E/CN.4/Sub.2/2000/7/Rev.1]
report | [id ISBA/19/C/17], annex
report | [id CCPR/C/21/Rev.1/Add.13], para. [paragraph 8]
report | [id ST/SPACE/61]
report | [id LOS/PCN/153]
report | [id CD/1839], p. [page 2]
report | UNGA Res [id A/RES/62/101] (17 December [year 2007])
report | G.A. Res. 1962 (XVIII), ¶ [paragraph 3] (Dec. 13, [year 1963])
report | G.A. Res. 51/122, annex, ¶ [paragraph 2] (Dec. 13, [year 1996])
report | General Assembly resolution 2222 (XXI) of 19 December [year 1966]
report | Security Council resolution 1373 (2001) of 28 September [year 2001]
report | S.C. Res. 1373, ¶ [paragraph 2] (Sept. 28, [year 2001])
report | UNSC Res 678 (29 November [year 1990]) UN Doc [id S/RES/678]
report | [title Report of the Legal Subcommittee on its sixtieth session], [id A/AC.105/1243] ([year 2021])
report | [title Report of the Legal Subcommittee on its sixtieth session], U.N. Doc. [id A/AC.105/1243], ¶ [paragraph 12] ([year 2021])
report | [title Working paper submitted by Sylvania], [id A/AC.105/C.2/2022/CRP.95]
report | [author Int’l Law Comm’n], [title Draft Conclusions on Ice], U.N. Doc. [id A/73/10], ch. [chapter IV] ([year 2018])
report | ILC, ‘[title Draft Conclusions on Ice]’, [id A/73/10] ([year 2018]), conclusion [conclusion 10]
report | [author Comm. on the Peaceful Uses of Ice], [title Status of Agreements], U.N. Doc. [id A/AC.105/C.2/2019/CRP.3] ([year 2019]) ⟦hereinafter [defined Status]⟧
report | [title Yearbook of the International Law Commission 1966, vol. II], [id A/CN.4/SER.A/1966/Add.1], p. [page 222]
report | [author Int’l Inst. of Ice Law], [title Position Paper on Ice Mining] (Dec. 20, [year 2015])
report | [author Ministry of Science of Ruritania], [title Notice to Operators 3/2024], 14 August [year 2024]
speech | [title Statement of Arcadia, Legal Subcommittee, sixty-third session], 18 April [year 2024]
legal_case | [title Ice Floes (Ruritania v. Freedonia)], Judgment, [id I.C.J. Reports 1994, p. 6], para. [paragraph 41]
legal_case | [title Ice Floes (Ruritania v Freedonia)] (Judgment) [id ⟦1994⟧ ICJ Rep 6], para [paragraph 41]
legal_case | [title Ice Floes (Rur. v. Fre.)], Judgment, 1994 I.C.J. Rep. 6, ¶ [paragraph 41] (Feb. 3)
legal_case | [title Ice Floes (Rur./Fre.)], Judgment, 1999 I.C.J. 1045, ¶ [paragraph 18] (Dec. 13)
legal_case | [title Legal Consequences of the Construction of a Dam], Advisory Opinion, I.C.J. Reports [year 2004], p. 136, para. [paragraph 94]
legal_case | [title Ice Floes (Ruritania v. Freedonia)], Provisional Measures, Order of 3 March [year 1999], I.C.J. Reports 1999, p. 9
legal_case | [title Ice Floes (Ruritania v. Freedonia)], Preliminary Objections, Judgment, I.C.J. Reports [year 1996], p. 803
legal_case | [title S.S. “Icebreaker” (Fr. v. Turk.)], Judgment, [year 1927] P.C.I.J. (ser. A) No. 10, at [page 18–19] (Sept. 7)
legal_case | [title The S.S. “Icebreaker”], [id P.C.I.J., Series A, No. 10] ([year 1927]), p. [page 18]
legal_case | [title Factory at Frostburg], Merits, [year 1928], [id P.C.I.J., Series A, No. 17], p. [page 47]
legal_case | [title Status of Eastern Ice], 1933 [id PCIJ Series A/B No. 53], p. [page 46]
legal_case | [title Responsibilities in the Frozen Area], Advisory Opinion, 1 February [year 2011], ITLOS Reports 2011, p. 10, para. [paragraph 110]
legal_case | [title Responsibilities in the Frozen Area], Case No. 17, Advisory Opinion, Feb. 1, [year 2011], ITLOS Rep. 10, ¶¶ [paragraph 110–117]
legal_case | [title Frozen Area Arbitration (Mauritania v. Freedonia)], PCA Case No. 2011-03, Award, ¶ [paragraph 519] (Mar. 18, [year 2015])
legal_case | [title Lake Frost (Arcadia v. Sylvania)], Award of 16 November [year 1957], [id 24 ILR 101]
legal_case | [title Trail of Ice (Arcadia v. Sylvania)] (1941) [id 3 RIAA 1905], [page 1965]
legal_case | [title Island of Ice (Arc. v. Syl.)], [id 2 R.I.A.A. 829] (Perm. Ct. Arb. [year 1928])
legal_case | [title Frost v Ruritania], App no 12345/06 (ECtHR, 12 May [year 2011]), para [paragraph 77]
legal_case | [title Frost v. Ruritania], no. 5310/71, § [section 159], 18 January [year 1978]
legal_case | [title Frost v. Ruritania] (1979) [id 2 EHRR 25]
legal_case | Case C-402/05 P Frost v Council ⟦[year 2008]⟧ ECR I-6351, para [paragraph 281]
legal_case | [title Frost v. Commission], Case C-366/10, Judgment of 21 December [year 2011], para. [paragraph 101]
legal_case | [title Glacier Co. v. Freedonia], ICSID Case No. ARB/05/8, Award, 11 September [year 2007], para. [paragraph 332]
legal_case | [title Prosecutor v. Frost], Case No. IT-94-1-A, Judgment, ¶ [paragraph 98] (July 15, [year 1999])
legal_case | [title Ice v. Snow], [id 123 U.S. 456], [page 460] ([year 1999])
legal_case | [title Ice v. Snow], [id 630 F.2d 876] (2d Cir. [year 1980])
legislation | [title U.S. Commercial Ice Launch Act], [id Pub. L. No. 114-90], § [section 402], 129 Stat. 704 ([year 2015])
legislation | [title Commercial Ice Act of 2015], [id 51 U.S.C. § 51303]
legislation | [id 51 U.S.C. § 51303] ([year 2018])
legislation | 14 C.F.R. § [section 415.3] ([year 2020])
legislation | [title Commercial Ice Act 2015], s [section 10(2)]
legislation | [title Outer Ice Act 1986] (UK), s [section 4]
legislation | [title Loi du 20 juillet 2017 sur l’exploration des glaces], Mémorial A No. 674
legislation | [title Loi du 15 décembre 2020 portant sur les activités polaires], art. [article 3]
legislation | [title Loi n° 2008-518 du 3 juin 2008 relative aux opérations polaires], art. [article 7]
legislation | [title Law No. 83 of 2021 on the Promotion of Ice Mining], art. [article 5]
legislation | [title Federal Law No. (12) of 2019 on the Regulation of the Ice Sector], Article [article 18]
legislation | [title Federal Decree-Law No. 46 of 2023 on the Regulation of Ice], Article [article 2]
legislation | [title Act on the Promotion of Ice Mining], Act No. 83, 23 June [year 2021]
legislation | [title Regulation (EU) 2016/679 on Ice], art. [article 17]
legislation | [title Directive 2009/28/EC on Ice], OJ L 140, 5 June [year 2009]
legislation | [title Gesetz über das Eis vom 12. März 1998], § [section 4]
legislation | [title Council Regulation (EC) No 881/2002], recital [recital 4]
bill | H.R. 2262, 114th Cong. § [section 402] ([year 2015])
article-journal | [author Pierre Castle], [title The Celestial Commons and Its Enclosure], [volume 6] LAKELAND Y.B. INT’L L. [pages 41], [page 52] ([year 1984])
article-journal | [author Rafael Quint], [title Private Hands: Articles II and IX], [volume 9] PROC. COLLOQ. SNOW L. [pages 118], [page 118–19] ([year 1999])
article-journal | [author Frans Berg] & [author Ada Lind], [title Snow in Space], [volume 43] J. SPACE L. [pages 69], [page 70] ([year 2019])
article-journal | [author Ada Lind], [title Is It Snow?] [volume 39] J. SPACE L. [pages 275], [page 289] ([year 2014])
article-journal | [author Ada Lind], “[title Ice and Law],” [volume 12] Journal of Sample Law [pages 211] ([year 2019])
article-journal | [author Ada Lind], “[title Ice and Law]”, [volume 14] [container Ambleside Journal of International Law] [pages 211] ([year 2019]), at [page 217–18]
article-journal | [author Ada Lind], ‘[title Ice and Law]’ ([year 2019]) [volume 12] [container Journal of Sample Law] [pages 211]
article-journal | [author Ada Lind], ‘[title Ice and Law]’ ([year 2019]) [volume 14]([issue 2]) [container Ambleside Journal] [pages 211], [page 216–217]
article-journal | [author Ada Lind] and [author Jon Berg], ‘[title Ice and Law]’ ([year 2001]) [volume 5] [container European Journal of International Law] [pages 1], [page 12]
article-journal | [author Ada Lind], [author Jon Berg] and [author Eva Holm], ‘[title Ice and Law]’ ([year 2001]) [volume 5] EJIL [pages 1]
article-journal | [author Ada Lind], ‘[title Ice and Law]’ ⟦[year 2001]⟧ [container Public Law Review] [pages 313]
article-journal | [author G. March], ‘[title The Liberty to Take]’, [container Lakeland Yearbook of International Law], vol. [volume 16] ([year 1994]), pp. [pages 77–104], at p. [page 80]
article-journal | [author P. Castle], “[title The celestial commons]”, [container Lakeland Yearbook of International Law], vol. [volume 6] ([year 1984]), p. [page 52]
article-journal | [author S. T. Berg], “[title Taking and owning]”, [container Ambleside Journal of International Law], vol. [volume 14], No. [issue 2] ([year 2019]), pp. [pages 212–213]
article-journal | Chasel, Alexandre. “[title Application des accords polaires]”. [container Revue française de droit aérien et spatial], n° [issue 3], [year 2025]
article-journal | [author J. Müller], „[title Eis und Recht]“, [container Zeitschrift für Polarrecht] [volume 12] ([year 2003]), S. [pages 201–215]
article-journal | [author J. Müller], « [title La glace et le droit] », [container Revue générale de droit international public], vol. [volume 12] ([year 1998]), pp. [pages 5–20]
article-journal | [author Myres McFrost], ‘[title Ice]’ ([year 1999]) [volume 93] AJIL [pages 334]
article-journal | [author A. Cold], ‘[title Ice]’ ([year 2005]) [volume 16] [container Leiden Journal of International Law] [pages 1]
article-journal | [author A. Cold], [title Ice], [volume 98] AM. J. INT’L L. [pages 1], [page 4] ([year 2004])
article-journal | [author A. Cold], [title On Ice and Snow], [volume 47] VA. J. INT’L L. [pages 433] ([year 2007])
article-journal | [author A. Cold], [title On Ice], [volume 32] ANNALS AIR & SPACE L. [pages 17], [page 22] ([year 2007])
article-journal | [author A. Cold], “[title On Ice],” [container Space Policy] [volume 34], no. [issue 2] ([year 2015]): [pages 6–10]
article-journal | [author A. Cold], ‘[title The Nuclear Ice Advisory Opinion]’ ([year 2009]) [volume 80] [container British Yearbook of International Law] [pages 333]
article-journal | [author A. Cold], [title The Nuclear Ice Advisory Opinion and Its Critics], [volume 80] BRIT. Y.B. INT’L L. [pages 333], [page 356–57] ([year 2009])
chapter | [author Fabio Winter], [title Legal Aspects of Ice], in [container HANDBOOK OF ICE LAW] [pages 778] (Frans Berg & Fabio Winter eds., [year 2015])
chapter | [author Fabio Winter], [title Background], in [volume 1] [container COMMENTARY ON ICE LAW] [pages 14] ([editor Stephan Hob] & [editor Kai Schnee] eds., [year 2009])
chapter | [author Fabio Winter], ‘[title Legal Aspects of Ice]’ in [editor Frans Berg] (ed), [container Handbook of Ice Law] (Brill [year 2015]) [pages 778]
chapter | [author Fabio Winter], ‘[title Legal Aspects of Ice]’ in [editor Frans Berg] and [editor Ada Lind] (eds), [container Handbook of Ice Law] ([publisher Sample University Press] [year 2015]) [pages 778], [page 780]
chapter | [author B. Okon], “[title On ice]”, in [editor C. Quint] (ed.), [container Essays] ([publisher Sample Press] [year 1999]) [pages 14]
chapter | [author B. Okon], “[title On ice]”, in: [editor C. Quint] (ed.), [container Essays on Snow], [place Oxford]: [publisher Sample Press] ([year 1999]), pp. [pages 14–20]
chapter | [author G. Jonas], ‘[title Snow Scholarship]’ in [container What Is Snow For?], ed. [editor P. Birk] ([year 1996]) [pages 14]
chapter | [author H. Vell], ‘[title Titles Without Courts]’, in [container Proceedings of the Seventh Colloquium on Snow Law] ([place Amalie], [year 1997]), pp. [pages 31–40], at p. [page 36]
chapter | [author Tanja Frost], [title The Framework], in [container HANDBOOK FOR ACTORS IN SNOW] [pages 17] ([year 2017])
book | [author WILHELMINA THORN], [title SOVEREIGNTY BEYOND THE SKY] [page 88–93] ([year 2008])
book | [author FRANCIS LYALL] & [author PAUL B. FROST], [title ICE LAW: A TREATISE] [page 53] ([year 2009])
book | [author I.H.PH. DIEDER] & [author V. KOP], [title AN INTRODUCTION TO ICE LAW] [page 3] ([edition 3d ed.] [year 2008])
book | [author PETER FROST], [title MODERN INTRODUCTION TO ICE LAW] [page 206] ([edition 7th ed.] [year 1997])
book | [author Wilhelmina Thorn], [title Sovereignty Beyond the Sky] ([publisher Harrow University Press] [year 2008]) [page 140–143]
book | [author F Osterlind], [title Supervising the Sky] ([publisher Port Amalie University Press] [year 1992]) [page 17]
book | [author F. Osterlind], [title Supervising the Sky] ([place Harrowgate], [year 1992]), p. [page 41]
book | [author C. Quint], [title The Law of Ice] ([publisher Sample Press] [year 1984])
book | [author C. Quint], [title The Law of Ice] ([place Oxford]: [publisher Sample Press], [year 1984]) [page 12]
book | [author C. Quint], [title The Law of Ice] ([edition 2nd edn], [publisher Sample Press] [year 1984]) [page 12]
book | [author W. Thorn], [title Sovereignty Beyond the Sky] ([year 2008]), pp. [page 88–93]
book | [author Bin Frost], [title Studies in International Ice Law] ([publisher Clarendon Press] [year 1997]) [page 195]
book | [author Bin Frost], [title Commentary on the Outer Space Treaty] ([publisher Brill] [year 1997])
thesis | [author Ada Lind], ‘[title Ice and Law]’ (PhD thesis, [publisher University of Amble] [year 2012])
thesis | [author Ada Lind], “[title Ice and Law]” (doctoral dissertation, [publisher Amble University], [year 2012]), p. [page 31]
report | [author Wilhelmina Thorn], ‘[title The Act and the Article]’ (Harrowgate Research Note No [issue 7], December [year 2015])
report | [author Wilhelmina Thorn], [title The Act and the Article], Harrowgate Research Note No. 7 (Dec. [year 2015]), para. [paragraph 9]
report | [author A. Lind], [title Whose Province?], Policy Brief 4/2023 (Tarn Institute, [year 2023])
article-newspaper | ‘[title Whose Asteroid?]’ [container The Port Amalie Courier] (Port Amalie, 1 December [year 2015])
article-newspaper | [author Jon Berg], “[title Whose Asteroid?],” [container New York Times], Dec. 2, [year 2015], p. [page 7]
article-newspaper | The Port Amalie Courier, 14 April [year 1997], p. [page 3]
webpage | [id https://halvorsen.example/consultations] (last visited May 2, 2019)
webpage | “[title Ice Mining]”, [container Tarn Institute], 3 May [year 2021], [id https://tarn.example/ice]
webpage | [title Ice Mining], TARN SITE, [id https://tarn.example/ice] (last visited Oct. 5, 2019)
post-weblog | [author Ada Lind], ‘[title Ice Again]’ (EJIL: Talk!, 4 May [year 2020]) <[id https://ejil.example/ice]> accessed 1 June 2021
article-journal | [author Ada Lind], ‘[title Ice and Law]’ ([year 2019]) [volume 12] [container Journal of Sample Law] [pages 211] doi:10.1000/ice.2019
document | Ministry of Foreign Affairs of Arcadia, press release of 9 June [year 2021]
article-journal | [signal See generally] [author Ada Lind], ‘[title Ice and Law]’ ([year 2019]) [volume 12] [container Journal of Sample Law] [pages 211]
book | [signal But see] [author C. Quint], [title The Law of Ice] ([publisher Sample Press] [year 1984]) [page 12]
book | [signal Cf.] [author C. Quint], [title The Law of Ice] ([publisher Sample Press] [year 1984])
book | [signal Contra] [author C. Quint], [title The Law of Ice] ([publisher Sample Press] [year 1984])
book | [signal See, e.g.,] [author C. Quint], [title The Law of Ice] ([publisher Sample Press] [year 1984])
treaty | [signal See also] [title Vienna Convention on the Law of Treaties], [id 1155 UNTS 331]
book | [author C. QUINT], [title THE LAW OF ICE] [page 12] ([year 1984]) ([parenthetical arguing that snow is ice])
book | [author C. QUINT], [title THE LAW OF ICE] [page 12] ([year 1984]) (“[quoted snow is ice]”)
book | [author C. QUINT], [title THE LAW OF ICE] [page 12] ([year 1984]) ⟦hereinafter [defined QUINT, ICE]⟧
short | Ibid.
short | Ibid., p. [page 12]
short | Id. at [page 120]
short | Id. art. [article 5]
short | Quint, supra note 3, at [page 215]
short | QUINT, THE LAW OF ICE, supra note 11, at [page 54, 71]
short | Ice Treaty, supra note 3, art. [article I(1)]
short | Quint (n 12) [page 15]
short | Quint, The Law of Ice (n 6) [page 142]
short | Quint, op. cit., p. [page 35]
short | Quint, op. cit., note 8, p. [page 58]
short | Quint, loc. cit.
short | Quint, above note 12, p. [page 3]
short | Quint, note 12 above, p. [page 3]
short | Quint (Fn. 12), S. [page 3]
short | Belgium (see footnote n15), p. [page 3]
short | Quint, supra, note 3, pp. [page 84–86]
legislation | § [section 403]
treaty | Article [article II] OST
report | Working paper submitted by [author Ruritania], Legal Subcommittee, [id A/AC.105/C.2/2023/CRP.13], 20 March [year 2023]
report | [author International Law Commission]’s [title draft articles on Frost], U.N. Doc. [id A/56/10] ([year 2001]), Art. [article 8]
report | [author International Law Commission], [title Draft conclusions on ice practice, with commentaries], [year 2018], Conclusion [conclusion 4]
report | [author UN General Assembly], [title International Cooperation in Ice], UN Doc [id A/RES/72/77], 7 December [year 2017]
webpage | [author Arcadian Ice Agency], [title Ice Mining Programme], [id www.aia.example] (last accessed 2 May 2024)
webpage | Website of the [author Ruritanian Ice Agency]: [id https://ria.example/en/about]
article-newspaper | [author J. Doe], [title Who Owns the Ice?], [container The Lakeland Review], 4 January [year 2021]
post-weblog | [author Paul Frost], [title Ice Rights and Ice Wrongs], [container Ice Law Blog], 14 May [year 2018]
legislation | [author Luxembourg], [title Law of 20 July 2017 on the Use of Ice], Article [article 1]
legislation | [title Federal Law No. 12 of 2019 on the Ice Sector], [author United Arab Emirates], 19 December 2019, Article [article 18]
legislation | [author Japan], [title Act on the Promotion of Ice Mining (Act No. 83 of 2021)], Article [article 5]
legislation | [title Executive Order on Encouraging Support for the Use of Ice], 6 April [year 2020], Section [section 2]
legal_case | ICJ, [title Frozen Rights (Ruritania v. Freedonia)], Judgment, 13 July [year 2009], para. [paragraph 63]
legal_case | [author International Court of Justice], [title Frozen Islands (Ruritania/Sylvania)], Judgment of 13 December [year 1999], ICJ Reports 1999, p. [pages 1045], para. [paragraph 18]
legal_case | [author Permanent Court of Arbitration], [title Iron Ice Arbitration (Ruritania v. Freedonia)], Award of 24 May [year 2005]
legal_case | [author US–Ruritanian General Claims Commission]: [title Snowman case] ([year 1926]), Opinions of Commissioners 42, at [page 44] (1927)
legal_case | PCIJ, [title The Case of the S.S. “Icebreaker”], Series A, No. 10, 7 September [year 1927], p. [page 18]
treaty | [title Convention for the Unification of Ice Rules], Oct. 12, [year 1929], [id 49 Stat. 3014], [id 137 L.N.T.S. 11]
book | [author PAUL FROST], [title LAW OF SNOW], Ch. [chapter 9]: The Ice Treaty 215, at [page 237] ([place Oxford]: [publisher Clarendon], [year 1997])
book | [title PRINCIPLES ON ICE JURISDICTION], at princ. 1(1) ([editor Ada Lind] ed., [place Lakeland] [year 2001])
book | [editor Ada Lind], [editor Paul Frost] and [editor Karl Berg] (eds), [title Commentary on Ice Law], vol. [volume 1] ([publisher Schnee] [year 2009]) [page 48]
article-journal | [author Paul Frost], [title Liability in Ice Law], [volume XXIV] ANNALS OF AIR AND SPACE LAW [pages 245] ([year 1999])
article-journal | [author PAUL FROST], [title Ice Now], [volume 1] PROC. COLLOQ. L. OUTER SPACE [pages 5] (Ada Lind & Karl Berg eds., Wien, Springer [year 1959])
article-journal | [author P. Frost], [title Snow], [volume 26] id. at [pages 139] ([year 1983])
thesis | [author Paul Frost], “[title Ice Rights]”, PhD thesis, [publisher University of Lakeland], [year 2018], p. [page 20]
report | [author Saudi Arabia], [title Notification of withdrawal], [id C.N.4.2023.TREATIES-XXIV.2], 5 January [year 2023]
article-journal | Berg, K. ([year 2020]), “[title Ice as property]”, [container Ice Review] [volume 12]([issue 3]), pp. [pages 5–20]
book | [author Karl Berg], [title Ice as Property], [publisher Lakeland University Press], [year 2020]
book | Lind, A., and Frost, P., [title Ice Law: A Treatise], [edition 2nd ed.], Lakeland, [year 2018], p. [page 171]
report | [author ADA LIND] & [author KARL BERG], [publisher ICE POL’Y INST.], [title EIGHT ICE ISSUES] [page 16] ([year 2019])
short | Lind/Frost 1979, S. [page 64 ff]
short | Lind (oben N. 7) [page 175]
short | Lind, Ice Law, supra note 5, Ch. [chapter 6.A]: Ice as a Concept, at [page 163-70]
chapter | [author Rose], [title Vergleichende Eisforschung], in: [editor Lind]/[editor Frost] [pages 171] ff.
article-journal | S. Frost, ‘[title Is Ice Gendered?]’ ([year 1994]) [volume 28] [container Floes] [pages 379]
legal_case | [title Frost v. Snow] (1991) [id 103 A.L.R. 577]
legal_case | [title Ice Co. v. Frost], [id 30 Cal. App.2d 317], [page 319] ([year 1939])
legislation | [title Space Ice Regulations 2021], [id SI 2021/792], reg. [section 5]
legislation | [title Outer Ice Act 1986], c. 38, s. [section 2]
legislation | [title Loi n° 2008-518 du 3 juin 2008 relative aux opérations polaires], JORF n° 129 du 4 juin [year 2008], p. [page 9169]
legislation | [title Loi du 20 juillet 2017 sur l’exploration des glaces], Journal officiel du Grand-Duché de [author Luxembourg], A 674
legislation | [title Federal Decree-Law No. 46 of 2023], Official Gazette No. 760, 28 September [year 2023]
legislation | [title Act on Ice Activities (Act No. 76 of 2016)], Art. [article 4] ([author Japan])
legislation | [title Regulation (EU) 2021/696 of 28 April 2021], OJ L 170, 12.5.2021, p. [page 69]
legislation | [id 88 Fed. Reg. 12345] (Mar. 1, [year 2023])
legislation | [title Weltraumgesetz], BGBl. I Nr. 132/[year 2011], § [section 4]
report | Yearbook of the International Law Commission, [year 1966], vol. II, p. [page 220], para. [paragraph 6]
report | [title Draft Articles on Ice, with commentaries], Yearbook of the [author International Law Commission], [year 2001], vol. II (Part Two), Art. [article 8]
report | [title Verbatim record of the 1499th plenary meeting], [id A/PV.1499], 19 December [year 1966], para. [paragraph 62]
report | [author Legal Subcommittee], [title Summary record of the 63rd meeting], [id A/AC.105/C.2/SR.63], 20 October [year 1966]
legal_case | Case C-366/10, [title Ice Association v Secretary], EU:C:[year 2011]:864, para [paragraph 101]
book | [author Marie Blanc], [title Les glaces en droit international public], [publisher Bruylant], [place Bruxelles], [year 2003], p. [page 112]
book | [author R. Ahmed], [title The Frozen Commons: Law and Politics], [edition 2nd ed.], [publisher Springer], [place Berlin/Heidelberg] [year 2019], pp. [page 12]
book | [editor O. Brun] / [editor T. Keller] (Hrsg.), [title Kommentar zum Eisvertrag], [publisher Nomos], [place Baden-Baden] [year 2010], Art. [article II]
book | [author James Frost], [title Floes: A History], [place New York]: [publisher Sample House], [year 1988]. 368 pp.
thesis | [author A. Novák], [title Property Rights in Ice], PhD thesis, University of Lakeland, [year 2012], p. [page 144]
report | [author Polar Ice Agency], [title Annual Report 2015], [place Paris] [year 2016], p. [page 9]
article-journal | [author T. Keller], [title Die Aneignung des Eises], [container Archiv des Polarrechts] [volume 31] ([year 1993]), [pages 312-340]
article-journal | [author Keller] / [author Brun], [title Das Eis], [container Polarblätter] [volume 14] ([year 1978]) [pages 257] ([page 260 ff].)
article-journal | [author C. Blanc], « [title Le partage des glaces] », [container Annuaire français de droit polaire], vol. [volume 42], [year 1996], pp. [pages 510-533]
chapter | [author F. Jonas], “[title Die Ordnung des Eises]”, in [container Festschrift für Karl Eis], [publisher Duncker & Humblot], [place Berlin] [year 1985], S. [page 301]
chapter | [author ADA LIND], [title Municipal Law in Regulating Ice], in [container LAW OF THE FLOES] [pages 125] ([editor Karl Berg] ed., Kluwer [year 1988])
post-weblog | [author A. Lind], “[title Ice Ownership in Practice]”, [container EJIL: Talk!], 7 October [year 2015]
article-newspaper | [author Polar Agency], “[title Law for the Ice]”, [container TASS], 27 May [year 2020]
report | [author World Ice Federation], “[title Position paper on ice mining]”, 2 March [year 2018], p. [page 2], [id https://www.wif.example.org/pp.pdf]
speech | See the [title statement of Belgium, Legal Subcommittee], 2 April [year 2019]
report | [title Working paper by Belgium and Greece], [id A/AC.105/C.2/L.311], 19 March [year 2019]
report | [author UNCOPUOS], [title Report of the Legal Subcommittee on its fifty-eighth session, held in Vienna], [id A/AC.105/1203]
report | U.N.G.A. Res. [id A/RES/41/65] of 3 Dec. [year 1986]
legal_case | European Court of Human Rights, Grand Chamber, [title Svensson v. Ruritania], App. no. 5310/71, judgment of 18 January [year 1978]
article-journal | Not all share the fears of [author F. G. von Lind], [title Misconception or Misconstruction?], [volume 34] PROC. COLLOQ. L. OUTER SPACE [pages 363] ([year 1991])
report | [author Polar Futures Foundation] ([year 2021]) [title Ice Economy Outlook]. Available at: [id https://www.pff.example.org/outlook]
report | [title European Parliament resolution of 16 March 2017 on an integrated policy for ice] (2016/2228(INI)), para. [paragraph 12]
report | [title Draft Code of Conduct for Ice Activities], [author Council of Ice Experts], [place Strasbourg], [year 2010]
article-newspaper | [author Reuters], “[title Arcadia adopts ice law]”, 5 May [year 2020]
article-journal | M. Blanc, « [title L’appropriation des glaces] », RGDIP, [year 1972], pp. [pages 5-49]
legislation | [title Ruritania Ice Activities Act 2018] (No. 12 of 2018), s. [section 4]
legal_case | As was held in the [title North Floe cases] (I.C.J. Reports [year 1969], p. [pages 3], para. [paragraph 70]), practice must be uniform
short | Conti, La sovranità sui ghiacci, cit., p. [page 30]
short | Girard, préc. note 7, p. [page 14]
book | Lind, Ada, and [author Paul Frost]. [title Ice Law]. [place Oxford]: [publisher Sample Press], [year 1999]
article-journal | Lind A, Frost PB. [title Ice in court]. [container J Ice Res]. [year 2004];[volume 12]([issue 3]):[pages 45–67]
article-journal | Lind, A., Frost, P. B., [title Ice in court], [container Journal of Ice Research], v. [volume 12], p. [pages 45–67], [year 2004]
short | Okonjo, note 11, p. [page 140]
short | Okonjo, “Who Owns the Snow?”, p. [page 155]
short | Lind and Frost, Ice Diplomacy, [page 90]
short | Art. [article II] Ice Treaty, above note 3
short | Ibid., note 12, p. [page 3]
legal_case | [title The M/V “Icebird” (Ruritania v. Freedonia)], Judgment, ITLOS Reports [year 1999], p. [pages 10], para. [paragraph 155]
report | [author European Commission], [title Proposal for a Regulation on Ice], [id COM(2025) 335] final, 25 June [year 2025]
report | [author Belgium] and [author Greece], [title Proposal for a working group on ice], UN Doc. [id A/AC.105/C.2/L.311] ([year 2019])
report | [author Russian Federation], “[title Working paper on ice]”, UN Doc. [id A/AC.105/C.2/2025/CRP.21]
report | [author Committee on Ice], “[title Report on its fourth session]”, [id A/AC.105/1362], 20 May [year 2025], para. [paragraph 212]
report | UN General Assembly, Resolution 2222 (XXI), 19 December [year 1966]
report | General Assembly resolution 1721 A (XVI) of 20 December [year 1961]
report | ILC, [title Draft conclusions on ice, with commentaries], [year 2018], [id A/73/10], conclusion [conclusion 4]
report | [author European Ice Institute], [title Ice Resources: A European Perspective], [container EII Report 88], [place Vienna], [year 2024], p. [page 23]
report | [author Ministry of Ice of Arcadia]. ([year 2021]). [title National strategy for ice]. Frostburg
report | Netherlands, [author Ministry of Ice], [title Ice Policy Memorandum], The Hague, [year 2019]
report | [title H.R. Rep. No. 117-284], at [page 6] ([year 2021])
report | [title Hearing on Ice Mining Before the Subcomm. on Ice of the H. Comm. on Science], 114th Cong. 12 ([year 2015])
report | 129 Cong. Rec. 8719 ([year 1983])
speech | UNCOPUOS Legal Subcommittee, [title Statement by Austria, 62nd session], 28 March [year 2023]
speech | [author India], [title Statement at the ice conference] ([year 2023])
speech | Statement of the northern States delivered by [author Arcadia] at the sixty-third session of the Ice Committee, April [year 2024]
personal_communication | [title Telephone Interview with Paul Frost, Dir., Ice Bureau] (Mar. 3, [year 2018])
personal_communication | [title Letter from Ada Lind, Legal Adviser, to Paul Frost] (May 3, [year 1975]) (on file with author)
treaty | [title Antarctic Treaty], Washington, 1 December [year 1959], UNTS, vol. 402, p. 71
treaty | [title Agreement relating to Snow], London, Moscow and Washington, 28 July [year 1994], UNTS vol. 1836, p. 3
treaty | [title Treaty on the Uses of Ice] (hereinafter “[defined Ice Treaty]”), adopted on 19 December [year 1966], entered into force on 10 October 1967
treaty | [author NASA], [title The Artemis Accords], 13 October [year 2020]
legal_case | [title Ice v. Snow], [id 164 Cal. App. 3d 277] ([year 1985])
legal_case | [title In re Ice Systems], [id 34 FCC Rcd. 12] ([year 2019])
legislation | [title U.S. Const]. art. [article I], § [section 8]
legislation | [title Law of Norway on Ice Activities]
legislation | [author Executive Office of the President], “[title Encouraging the Recovery of Ice]”, Executive Order 13914, 6 April [year 2020]
article-journal | [author Zeno Palia], “[title The Principle of Ice]”, [volume 27] [container Lakeland Journal of International Law] ([year 2014]) [pages 37-54]
article-journal | [author P. M. Stern] and others, “[title Mining the ice]”, [container Annals of Ice Law], vol. [volume XXI] ([year 1996]), p. [page 45]
article-journal | [author A. Rossi], [title La proprietà dei ghiacci], in [container Rivista di diritto polare], [year 2018], p. [page 45]
article-journal | [author C. Dorn], [title The ice revisited], [container Frost Review], [year 2022], pp. [page 3–9]
article-journal | [author A. Keller] ([year 2021]). [title The ice at fifty]. [container Journal of Polar Policy], [volume 22]([issue 3]), [pages 101-119]
article-journal | [author Ada Lind], [title Ice Tourism], [volume 86] FROST L. REV. (forthcoming [year 2027])
article-journal | [author K. Ito], [title Legal Aspects of Ice], Proc. [volume 45]th Colloq. L. Polar Space [pages 12] ([year 2002])
article-journal | [author Peter Nesgo]. [title Ice Transport: A New Industry Emerges]. [volume 16] ANN. AIR & SPACE L. [pages 393] ([year 1991])
article-newspaper | [author Jeff Foss], “[title Ice working group sets out principles]”, [container SpaceNews], 14 April [year 2025]
article-newspaper | “[title New Adventures in Ice],” [container U.S. News and World Report], July 16, [year 1979], p. [page 33]
book | [author Anna Keller]. [title The Law of Ice and Snow]. [place Cambridge]: [publisher Cambridge University Press], [year 2019]
book | [author J. G. Stark] Jr, [title International Ice Law], 3rd ed., [place London] [year 1972], p. [page 12]
book | [author M. de la Fuente y Ríos], [title Derecho del hielo], [place Madrid] [year 1999]
book | [volume 2] JOSEPH STORM, [title COMMENTARIES ON ICE] 8 ([year 1833])
book | [author John Smith]. *⟦[title The Law of Ice]⟧(#)*. [publisher Springer], [year 2020]
chapter | [author Freed] and [author Jak], “[title Article II]”, in [editor Hobb], [editor Schmidt-Tell] and [editor Schrock], [container Commentary on Ice Law], vol. [volume 1], [year 2009], pp. [pages 44-63]
thesis | [author A. Keller] ([year 2020]). [title Property in ice] (Doctoral dissertation, University of Frostburg)
webpage | [author Anna Kessler]. “⟦[title A page on ice]⟧(#)”. *[container Frost Watch]*
webpage | [author Virgo Ice] website, [title Ice rockets], https://ice.example/rockets
webpage | See for more details: [id https://ice.example/more]
report | [author Immigr. & Naturalization Serv.], [title ASYLUM IN ICE: AN EVOLVING CONCEPT] ([year 1982])
report | KELSEY SANTA, CONG. RSCH. SERV., [title ICE AUTHORITY: A LEGAL OVERVIEW] 1–2 ([year 2024])
report | [author Ctr. for Ice Stud.], [title Comment Letter on Ice] (Oct. 19, [year 2021]), https://ice.example/c
report | OFF. OF SCI. & TECH. POL’Y, [title NATIONAL ICE STRATEGY] ([year 2022])
speech | [author Group of Frozen States], [title statement on the Outer Space Treaty], April [year 2022]
article-journal | [author Ada Lind] & [author Paul Frost], [title Evidence for Old Ice], [volume 288] FROST [pages 2330-35] ([year 2000])
article-journal | [author Paul Frost], [title Ice Partnerships], [volume 12] POLAR INNOVATION No. [issue 1] ([year 2005])
article-journal | [author Lind], [title Snow at Sea], [volume 34] [container Morskie Zapiski i Lyod] 79·89 (No. 3, [year 1968])
article-journal | [author Karl Berg], [title The Heritage of Ice], [container J. OF NORTHERN STUDIES] (Fall [year 2002])
article-journal | [author Paul Frost], [title Snow Debris], [volume 32] PROC. COLLOQ. L. OUTER SPACE [pages 97] (199)
article-journal | [author Ada Lind]. [title The terms "Snow" and "Ice" in Law]. [volume 34] PROC. COLLOQ. L. OUTER SPACE [pages 15] ([year 1992])
report | [author Norway] and [author Sweden], [title Guide for Partnership on the Ice Station], June [year 2021]
report | Position paper of the Institute of Polar Law on Ice, adopted on 20 December [year 2015]
report | [author European Parliament], [title Resolution of 6 October 2022 on an approach to ice]
legislation | [author The White House], [title Executive Order on the Recovery of Ice], 6 April [year 2020]
thesis | [author Ada Lind], [title The Transfer of Ice: Two Uses?] ([year 2001]) (dissertation thesis for the University of Frostburg)
treaty | [title Agreement on the Uses of Ice] - adopted on December 5, [year 1979], opened for signature on Dec. 18, 1979, entered into force July 11, 1984, U.N. Doc. [id A/RES/34/68] (1979)
treaty | [title Treaty on the Uses of Ice], Jan. 27. [year 1967], [id 18 U.S.T. 2410]
treaty | [title Treaty on the Uses of Ice], 1 December [year 1959]. [id 12 U.S.T. 794]. [id 402 UNTS 71]
treaty | [title Agreement Among the Government of Arcadia, Governments of the Northern States, and the Government of Sylvania Concerning the Ice Station], https://ice.example/iga
webpage | [author Ice Association], [title Expert Group on Snow]
article-newspaper | Tribune de Genève, August 22, [year 1963]
legal_case | [title Ice Traction, Light and Power Company] (Second Phase), [id 1970 I.C.J. 3], at [page 32]
book | [author C.L. LIND]. [title THE CONCEPT OF ICE IN THE LAW OF TREATIES] ([year 1976])
treaty | art. [article 5] of the [title Agreement Among the Government of Arcadia, Member States of the Ice Agency, and the Government of Sylvania on the Ice Station]. Signed September 29, [year 1988], in Frostburg ⟦hereinafter [defined Ice Station Agreement]⟧
article-journal | M. J. Lind, “[title Floes—a review],” [container Glacier Notes], vol. [volume 88], pp. [pages 563–601], [year 1999]
article-journal | [author Ada Lind], [author Paul Frost], and [author Karl Berg]. [title Computing the ice], [volume 7] POLAR L. REV. [pages 12] ([year 2001])
webpage | [title Northern Owl], [author WASH. ICE BUREAU], https://ice.example/owl ⟦https://perma.cc/AZ8W-69YY⟧
report | [author U.S. FISH & ICE SERV.], [title ENVIRONMENTAL IMPACT STATEMENT FOR ICE] 17 ([year 2023])
book | [author PAMELA L. LIND] & [author GEORGE S. FROST]: [title ICE LAW, A CASE STUDY] 32 ([year 1992])
chapter | [author Richard Frost], “Do You Work for Snow?”: Work and Nature, in [container UNCOMMON ICE] 171, 173 ([editor William Berg], ed., [year 1996])
chapter | [author Ada Lind], [title The Aerospace Plane], in [container ICE AND SNOW LAW: DE LEGE FERENDA] 247ff. ([year 1992])
treaty | [title Convention on International Ice], Dec. 7, [year 1944]; [id 61 Stat. 1180], [id 15 U.N.T.S. 21] (hereinafter [defined Frostburg Convention])
treaty | art. [article I] of the [title Treaty on the Uses of Ice], Jan. 27, [year 1967], [id 18 U.S.T. 2410], [id 610 U.N.T.S. 205]
article-journal | [volume 18] J. SPACE L. [pages 209] ([year 1990])
article-newspaper | Av. Week & Space Tech., June 28, [year 1993]
book | [author D.P. Frost], [volume 1] [title INTERNATIONAL ICE LAW] 244 ([year 1970])
book | [author Ada Lind], [title Das Eis und das Recht], [place Berlin] [year 1985]
chapter | [author B.-O. Bergh], [title Self-Defence], in [volume 4] [container ENCYCLOPEDIA OF ICE LAW] [pages 212] ([editor Karl Bernt] ed.)
report | U.N.G.A. Doc. [id A/CONF.39/27] (23 May [year 1969]); [id 8 I.L.M. 679] (July 1969)
article-newspaper | Press Release, [author Ice Bureau], [title Evidence of a Wet Glacier] (Mar. 2, [year 2004])
webpage | [author Paul Frost], [title Ice Capabilities of Emerging States], available at http://ice.example/sat.htm
webpage | [title ESA Transfers Ownership Of European Ice Module], [container PHYSORG.COM] (Jul. 27, [year 2005])
article-journal | Prof. [author Stephen Frost], [title Snow Law], [volume 8] J. Space L. [pages 9] ([year 1980])
webpage | [title About the Snow Programme], [author ICE BUREAU], https://ice.example/about
"""


def _forms() -> list[tuple[str, str]]:
    lines = [line.split(" | ", 1) for line in FORMS.strip().splitlines()]
    return [(kind, marked) for kind, marked in lines]


def test_there_are_at_least_150_forms() -> None:
    assert len(set(_forms())) >= 150


@pytest.mark.parametrize(("kind", "marked"), _forms())
def test_a_form_is_read_into_its_fields(kind: str, marked: str) -> None:
    assert_read(kind, marked)


def assert_read(kind: str, marked: str) -> None:
    """That the note holds one citation of the kind, with every marked field."""
    text, marks = unmarked(marked)
    read = document("Body.", f"{text}.")
    (citation,) = find_citations(read)
    assert citation.kind == kind
    assert [mark for mark in marks if not _has(citation, *mark)] == []


def _has(citation: Citation, label: str, words: str) -> bool:
    about = citation.description
    if label == "id":
        return letters(words).replace("§", "") in {letters(each) for each in about.identifiers} or _reported(
            words, citation
        )
    if label in ("author", "editor"):
        return words.casefold() in {name.casefold() for name in getattr(about, f"{label}s")}
    if label in ("signal", "defined", "parenthetical", "quoted"):
        return str(getattr(citation, label)).rstrip(",") == words.rstrip(",")
    if label in type(about).__slots__:
        return str(getattr(about, label)).casefold().removeprefix("the ") == words.casefold().removeprefix("the ")
    return words in {pin.value for pin in citation.pinpoints if pin.unit == label}


def _reported(words: str, citation: Citation) -> bool:
    """Reports cited by year have their identifier in one order, whichever the citation has."""
    digits = sorted("".join(letter if letter.isdigit() else " " for letter in words).split())
    return any(
        digits == sorted("".join(c if c.isdigit() else " " for c in each).split())
        for each in citation.description.identifiers
    )
