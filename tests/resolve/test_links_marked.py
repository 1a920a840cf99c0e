"""Forms, names, antecedents, phrases: each marked text is linked to what it says, and to nothing else."""

from __future__ import annotations

import pytest

from argmine.mine.components import Mined, plain_document
from argmine.mine.sentences import find_sentences
from argmine.pipeline import resolve_mentions
from argmine.types import Mention
from tests.marking import unmarked

EXPLICIT = """
[ICCPR:19(3) Article 19, paragraph 3, of the ICCPR] permits restrictions.
[ICCPR:14(1) Article 14(1) of the International Covenant on Civil and Political Rights] guarantees a hearing.
[ECHR:6(1) Article 6 § 1 of the ECHR] guarantees a hearing.
[ECHR:8(2) Article 8 § 2 of the European Convention on Human Rights] permits interference.
[UNCLOS:76(8) Article 76, paragraph 8, of UNCLOS] concerns the outer limits.
[UNCLOS:121(3) Article 121(3) of the United Nations Convention on the Law of the Sea] excludes rocks.
[UNCLOS:87 Article 87 of the Law of the Sea Convention] names freedoms.
[UNCLOS:136 UNCLOS Article 136] names the heritage.
[ROME:98(1) Article 98, paragraph 1, of the Rome Statute] concerns immunity.
[ROME:27(2) article 27 (2) of the Rome Statute] removes immunity.
[ROME:15_bis Article 15 bis of the Rome Statute] concerns aggression.
[VCDR:31(1) Article 31, para. 1, of the Vienna Convention on Diplomatic Relations] grants immunity.
[VCCR:36(1)(b) Article 36(1)(b) of the Vienna Convention on Consular Relations] requires notice.
[GATT:XX(b) Article XX(b) of the GATT] permits measures.
[NYC:V(2)(b) Article V(2)(b) of the New York Convention] refers to public policy.
The [OST:I(2) second paragraph of Article I of the Outer Space Treaty] frees use.
By [OST:I(1) the first paragraph of Article I of the Outer Space Treaty] benefit is owed.
[OST:I(3) Article I, third paragraph, of the Outer Space Treaty] frees science.
[VCLT:31(3)(b) subparagraph (b) of paragraph 3 of Article 31 of the VCLT] names practice.
[VCLT:31(3)(c) Article 31.3(c) of the VCLT] names other rules.
[VCLT:53 Article 53 VCLT] names peremptory norms.
[UNCHARTER:27(3) paragraph 3 of Article 27 of the Charter of the United Nations] gives the veto.
[UNCHARTER:2(4) Article 2, paragraph 4, of the UN Charter] forbids force.
[ICJSTATUTE:38(1)(d) Article 38(1)(d) of the ICJ Statute] names publicists.
[MOON:11(3) Art. 11, para. 3 of the Moon Agreement] speaks of resources in place.
[MOON:6 Article VI of the Moon Agreement] frees samples.
[MOON:6 Article VI of lbe Moon Agreement] frees samples.
[OST:I Article I of “the Outer Space Treaty]” frees use.
[MOON:18 Moon Treaty, art. 18], foresees review.
[OST:VI Outer Space Treaty of 1967, article VI], speaks of responsibility.
[GENOCIDE:II Article II of the Genocide Convention] defines the crime.
[CAT:3 Article 3 of the Convention against Torture] forbids return.
[CRC:3 Article 3 of the Convention on the Rights of the Child] speaks of the best interests.
[UDHR:13 Article 13 of the Universal Declaration of Human Rights] speaks of movement.
[UNDRIP:26 Article 26 of the UN Declaration on the Rights of Indigenous Peoples] concerns lands.
[UNDRIP:32 UNDRIP, art. 32], asks for consent.
[AT:IV Article IV of the Antarctic Treaty] freezes claims.
[MADRID:7 Article 7 of the Protocol on Environmental Protection to the Antarctic Treaty] bans mining.
[CCAMLR:II Article II of CCAMLR] speaks of rational use.
[CHICAGO:1 Article 1 of the Chicago Convention] affirms sovereignty over airspace.
[REG:II Article II of the Registration Convention] requires a registry.
[ARRA:5 Article 5 of the Rescue Agreement] concerns the return of objects.
[ITUC:44 Article 44 of the ITU Constitution] concerns orbits.
[BBNJ:5 Article 5 of the BBNJ Agreement] concerns other bodies.
[ICESCR:2(1) Article 2(1) of the ICESCR] speaks of progressive realisation.
[GCIV:49 Article 49 of the Fourth Geneva Convention] forbids transfer.
[API:51 Article 51 of Additional Protocol I] protects civilians.
[ARSIWA:8 Article 8 of ARSIWA] concerns direction and control.
[LUX2017:1 Article 1 of the Luxembourg Space Resources Law] permits ownership.
[PXIA:1 Article 1 of the 1994 Implementation Agreement] concerns the Area.
[LIAB:I Article I of the Liability Convention] defines damage.
See [OST:II Outer Space Treaty art. II].
The rule (see [OST:II Article II OST]) is old.
The [UNCHARTER:51 UN Charter (Article 51]) keeps the right.
Under the [OST:VI Outer Space Treaty’s Article VI], States authorise.
[OST:IX art. IX of the UN Outer Space Treaty] asks for consultation.
Compare [LIAB:III Liability Convention, art. III].
[OST:III Article III of the OST] points to the Charter.
[OST:V art. V of the Outer Space Treaty] calls astronauts envoys.
[OST:VII Article VII OST] founds liability.
[OST:VIII Article VIII of the Treaty on Outer Space] keeps jurisdiction.
[OST:XI Article XI of the 1967 Space Treaty] asks for information.
[OST:XII Outer Space Treaty, Article XII], opens stations.
[OST:XV Article 15 of the Outer Space Treaty] allows amendment.
[OST:II L’article II du Traité de l’espace] interdit l’appropriation.
El [OST:II artículo II del Tratado del Espacio] prohíbe la apropiación.
[OST:II Artikel II des Weltraumvertrags] verbietet die Aneignung.
[MOON:11 Artikel 11 des Mondvertrags] regelt die Ressourcen.
[VCLT:31 Artikel 31 der Wiener Vertragsrechtskonvention] gilt.
[UNCHARTER:51 Artikel 51 der UN-Charta] gilt.
El [VCLT:31 artículo 31 de la Convención de Viena sobre el Derecho de los Tratados] rige.
[CSLCA:51303 § 51303 of the Commercial Space Launch Competitiveness Act] grants title.
[HAGUE:6 Building Block 6 of the Hague Building Blocks] concerns access.
[UNCLOS:Part_XI Part XI of UNCLOS] governs the Area.
[UNCHARTER:Chapter_VII Chapter VII of the UN Charter] permits measures.
[NPS:3 Principle 3 of the NPS Principles] concerns safety.
[LTS:A.1 Guideline A.1 of the Space Sustainability Guidelines] concerns law.
[DEBRIS:4 Guideline 4 of the COPUOS Space Debris Mitigation Guidelines] forbids destruction.
[NPT:III Article III of the Nuclear Non-Proliferation Treaty] asks for safeguards.
[NPT:X(1) Article X, paragraph 1, of the NPT] allows withdrawal.
[PTBT:I Article I of the Partial Test Ban Treaty] bans explosions.
[ABM:V(1) Article V(1) of the ABM Treaty] bans systems in space.
[ENMOD:II Article II of the ENMOD Convention] names outer space.
[IGA:5 Article 5 of the Space Station Agreement] keeps jurisdiction.
[LIAB:XIII Article XlII of the Liability Convention] concerns currency.
[OST:VI Article Vl of the Outer Space Treaty] founds responsibility.
[OST:II Article 1I of the Outer Space Treaty] forbids appropriation.
[VCLT:53 Article 53 of the May 22, 1969 Vienna Convention] names peremptory norms.
[BENEFITS:2 Operative paragraph 2 of the Space Benefits Declaration] leaves States free.
""".strip().splitlines()

NAMES = """
The Convention of International Liability for Damage Caused by Space Objects of 1972 is clear. | LIAB
The Convention on the Registration of Space Objects is short. | REG
The Civil Liability Convention applies to oil. |
The Liability Convention applies to space. | LIAB
The Draft Building Blocks on Space Resources were circulated. |
The Draft Articles on State Responsibility 1996 spoke of crimes. |
The Draft Articles on State Responsibility speak of breach. | ARSIWA
The Antarctic Treaty System is a family of instruments. |
The Antarctic Treaty Consultative Meeting decided. |
The Antarctic Treaty freezes claims. | AT
The 1997 New York Convention is on watercourses. |
The New York Convention of 1997 is on watercourses. |
The 1958 New York Convention is on awards. | NYC
The 1980 Vienna Convention on the Law of Treaties binds. | VCLT
The 1958 Convention on the Law of the Sea is another. |
The Optional Protocol to the International Covenant on Civil and Political Rights allows petitions. |
The American Convention on Human Rights binds others. |
The European Convention on Human Rights binds us. | ECHR
Protocol No. 6 to the European Convention on Human Rights abolished it. |
The Radio Regulations of the International Telecommunication Union (ITU) bind. The ITU met. | RR
The Charter of the United Nations (UN) binds. The UN met. | UNCHARTER
As resolution 37/92 says, consent is needed. | DBS
In resolution 1962 (XVIII) the Assembly spoke. | UNGA1962
A treaty on outer space is needed. |
The proposed Outer Space Treaty was debated. |
The Soviet-drafted Outer Space Treaty was debated. | OST
The UN Outer Space Treaty was debated. | OST
The Vienna Convention on Diplomatic Relations and the Vienna Convention on Consular Relations agree. | VCDR VCCR
The Commercial Space Launch Competitiveness Act came. The US law grants title. | CSLCA CSLCA
The Commercial Space Launch Competitiveness Act came. The American legislation grants title. | CSLCA CSLCA
The Commercial Space Launch Competitiveness Act came. The U.S. Act grants title. | CSLCA CSLCA
The Commercial Space Launch Competitiveness Act came. The 2015 Act grants title. | CSLCA CSLCA
The CSLCA and the Luxembourg Space Law came. The US and Luxembourg laws bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. The laws of the US and Luxembourg bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. The legislation of Luxembourg binds. | CSLCA LUX2017 LUX2017
The CSLCA and the Luxembourg Space Law came. Luxembourg's legislation binds. | CSLCA LUX2017 LUX2017
The CSLCA and the Luxembourg Space Law came. The Luxembourg and US acts bind. | CSLCA LUX2017 LUX2017 CSLCA
The CSLCA and the Luxembourg Space Law came. Luxembourg law binds. | CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. Both laws bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. The two acts bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. These national laws bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. Neither statute binds. | CSLCA LUX2017 CSLCA LUX2017
The Outer Space Treaty and the Moon Agreement came. Both treaties bind. | OST MOON MOON OST
The Outer Space Treaty and the Moon Agreement came. The two instruments differ. | OST MOON MOON OST
The Outer Space Treaty, the Moon Agreement and the Liability Convention came. Both treaties bind. | OST MOON LIAB
The Outer Space Treaty came. Both treaties bind. | OST
The Outer Space Treaty was opened in 1967. The 1967 treaty binds. | OST OST
The Liability Convention came. The Space Treaty is older. | LIAB OST
The Outer Space Treaty is old. The Treaty Banning Nuclear Weapon Tests in the Atmosphere is older. | OST PTBT
The Liability Convention came. The Space Agreement is nobody's. | LIAB
The Rescue Agreement came. The Rescue Treaty binds. | ARRA ARRA
The Rome Statute came. The ICC Statute binds. | ROME ROME
Japan's Space Resources Act came. The Japanese act grants title. | JAPAN2021 JAPAN2021
UAE Federal Law No. 12 of 2019 came. The Emirati law grants title. | UAE2019 UAE2019
Luxembourg's 2017 law on space resources grants title. | LUX2017
The Declaration on the Rights of Indigenous Peoples is soft. | UNDRIP
The Liability and Registration Conventions bind. | LIAB REG
The Outer Space and Moon Treaties bind. | OST MOON
The Outer Space, Liability and Registration Conventions bind. | LIAB REG
The CSLCA and the Luxembourg Space Law came. United States legislation binds. | CSLCA LUX2017 CSLCA
The CSLCA and the Luxembourg Space Law came. The laws of both the US and Luxembourg bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. The laws in the US and in Luxembourg bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. The US and Luxembourg national laws bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. The American and Luxembourgian acts bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. The national laws bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. Both pieces of legislation bind. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. Such legislation binds. | CSLCA LUX2017 CSLCA LUX2017
The CSLCA and the Luxembourg Space Law came. This law binds. | CSLCA LUX2017
The CSLCA came. This law binds. | CSLCA CSLCA
The CSLCA came. The legislation binds. | CSLCA CSLCA
""".strip().splitlines()

ANTECEDENTS = """
The Moon Agreement was signed. Its Article 11 declares a heritage. | MOON:11
The Outer Space Treaty provides in Article VI that States authorise. | OST:VI
Article II of the Outer Space Treaty is short. The same provision is clear. | OST:II OST:II
Article II of the Outer Space Treaty is short. That article is clear. | OST:II OST:II
Article II of the Outer Space Treaty is short. This provision binds. | OST:II OST:II
Article I of the Outer Space Treaty is long. Its second paragraph frees use. | OST:I OST:I(2)
Article I of the Outer Space Treaty is long. The first paragraph is vague. | OST:I OST:I(1)
The Liability Convention, whose Article II is strict, applies. | LIAB:II
Article 31(1) of the Vienna Convention demands good faith. | VCLT:31(1)
It is so in the sense of article 31, paragraph 3 (b), of the Vienna Convention. | VCLT:31(3)(b)
The Vienna Convention on Diplomatic Relations is old. Article 31 of the Vienna Convention grants immunity. | VCDR:31
The International Court of Justice met. Article 36 of the Statute is optional. | ICJSTATUTE:36
The International Criminal Court met. Article 98 of the Statute is disputed. | ROME:98
The International Court of Justice met. Under article 63 of the Court’s Statute, we intervene. | ICJSTATUTE:63
The International Court of Justice met. Article 65 of the Statute of the Court permits it. | ICJSTATUTE:65
Article IX of the OST governs. The Liability Convention is new. It is so. A breach of Article IX is one. | OST:IX OST:IX
The Outer Space Treaty and the UN Charter agree. Article VI is stricter. | OST:VI
The Outer Space Treaty and the UN Charter agree. Article 51 is stricter. | UNCHARTER:51
The Outer Space Treaty is old. It is the subject of Article VII and of the Liability Convention. | OST:VII
The Outer Space Treaty (OST) is old. Art. II OST is short. | OST:II
The Moon Agreement (the “Agreement”) is old. Article 4 of the Agreement is long. | MOON:4
The UN Charter is old. Articles 2(4) and 51 conflict. | UNCHARTER:2(4) UNCHARTER:51
The VCLT is old. Articles 31–33 codify custom. | VCLT:31 VCLT:32 VCLT:33
Section 10 of the Artemis Accords is new. Section 11 is newer. | ARTEMIS:10 ARTEMIS:11
The Outer Space Treaty speaks of “use or occupation” without limit. | OST:II
The Outer Space Treaty speaks of “by any other means” too. | OST:II
The non-appropriation principle is customary. | OST:II
The principle of non-appropriation is customary. | OST:II
Common Article 3 applies to all. | GC:3
The Outer Space Treaty is “old and short”. |
The Outer Space Treaty names the “celestial body”. |
As mentioned in articles 2 and 3 of the memorandum, the Rome Statute applies. |
Article 6 of the Relationship Agreement binds the organs under the Rome Statute. |
The Outer Space Treaty is silent. Article III of their constitution is not. |
UNCLOS is long. Article 4 of Annex III is short. |
The UN Charter is short. Article 5 of the annex is long. |
Section 3 of the Outer Space Treaty is a slip. |
The Outer Space Treaty and Section 2 of this paper differ. |
Principle 9 of the Outer Space Treaty does not exist. |
The Liability Convention applies. Article IX of the Civil Liability Convention does not. |
In the Charter of the United Nations, Article 51 keeps the right. | UNCHARTER:51
The UN Charter is old. They invoke Article 103 of the Charter for such actions. | UNCHARTER:103
The UN Charter is old. They study the effect of Article 103 of the Charter on the duties of others. | UNCHARTER:103
The Remote Sensing Principles were adopted. Principle XIV recalls responsibility. | RSP:XIV
The Space Sustainability Guidelines were adopted. Guideline B.2 asks for data. | LTS:B.2
The Hague Building Blocks came. Building Block 9 speaks of benefits. | HAGUE:9
Article I of the Outer Space Treaty, Article I OST, Article I of the OST. Article 1 frees use. | OST:I OST:I OST:I OST:I
The Outer Space Treaty and the UN Charter agree. Article 1 names the purposes. | UNCHARTER:1
Articles 31 to 33 VCLT guide us. | VCLT:31 VCLT:32 VCLT:33
Articles I, II and VI of the Outer Space Treaty bind. | OST:I OST:II OST:VI
Arts. I & II OST bind. | OST:I OST:II
Art. 11 (7d) of the Moon Agreement asks for sharing. | MOON:11(7)(d)
§§ 51302–51303 of the Commercial Space Launch Competitiveness Act grant title. | CSLCA:51302 CSLCA:51303
51 U.S.C. § 51303 grants title. | CSLCA:51303
Article 2, paragraphs 3 and 4, of the UN Charter binds. | UNCHARTER:2(3) UNCHARTER:2(4)
Both Article I and Article II of the OST apply. | OST:I OST:II
Article VI, read with Article IX of the Outer Space Treaty, demands supervision. | OST:VI OST:IX
UNCLOS, arts. 136, 137 and 140, declare the heritage. | UNCLOS:136 UNCLOS:137 UNCLOS:140
The Convention on the Law of the Sea is long. Article 121, paragraph 3, excludes rocks. | UNCLOS:121(3)
The Declaration on the Rights of Indigenous Peoples is soft. Article 32 asks for consent. | UNDRIP:32
UNDRIP is soft. Its articles 18 and 19 ask for participation. | UNDRIP:18 UNDRIP:19
The Antarctic Treaty is old. Article IV freezes claims, and that provision binds all. | AT:IV AT:IV
The Liability Convention and the Registration Convention differ. Article XII of the former is new. | LIAB:XII
The Outer Space Treaty and the Moon Agreement differ. Article 11 of the latter declares a heritage. | MOON:11
The second sentence of Article VI of the Outer Space Treaty requires authorization. | OST:VI
Article II of the Outer Space Treaty (“OST”) is short. Article II OST binds. | OST:II OST:II
The Vienna Convention on the Law of Treaties (VCLT), in its Article 31(1), demands good faith. | VCLT:31(1)
Sections 9, 10 and 11 of the Artemis Accords are new. | ARTEMIS:9 ARTEMIS:10 ARTEMIS:11
Articles 27 and 98 of the Rome Statute clash. | ROME:27 ROME:98
Article V, para. 1(a), of the New York Convention concerns capacity. | NYC:V(1)(a)
Article 22, paras. 1 and 3, of the Vienna Convention on Diplomatic Relations protects premises. | VCDR:22(1) VCDR:22(3)
Part XI and Article 153 of UNCLOS govern mining. | UNCLOS:Part_XI UNCLOS:153
Chapter VI or VII of the UN Charter applies. | UNCHARTER:Chapter_VI UNCHARTER:Chapter_VII
Article 31 or 32 of the VCLT applies. | VCLT:31 VCLT:32
The Montreal Convention of 1971 makes it an offence, and nothing in its article 1 exempts officials. |
The Chicago Convention is old. The Montreal Convention is younger, and nothing in its article 1 exempts officials. |
The premises of a diplomatic mission are safe. Article 22 of the Vienna Convention has no exception. | VCDR:22
A consul may be visited by consular officers. Article 36 of the Vienna Convention says so. | VCCR:36
The Vienna Convention lists the grounds. A treaty ends as Article 54 of the Vienna Convention provides. | VCLT:54
Chapter VII is invoked. Articles 31 and 32 of the Vienna Convention guide the reader of a treaty. | VCLT:31 VCLT:32
Chapter VII of the UN Charter is invoked. Under Chapter VII it binds. | UNCHARTER:Chapter_VII UNCHARTER:Chapter_VII
Consent is no power of veto over a statute of the parliament. |
All States should comply with the Court’s judgments. | UNCHARTER:94
They accept the compulsory jurisdiction of the Court. | ICJSTATUTE:36
They recognize as compulsory the jurisdiction of the Court. | ICJSTATUTE:36
Acceptance of the Court’s jurisdiction is voluntary. | ICJSTATUTE:36
All parties must abide by the orders of the International Court of Justice. | UNCHARTER:94
Non-compliance with the orders and judgments of the ICJ is a breach. | UNCHARTER:94
The ICC has no jurisdiction over nationals of non-party States. | ROME:12
They signed bilateral non-surrender agreements. | ROME:98
The non-appropriation principle of the Outer Space Treaty is customary. | OST:II
The Court’s advisory jurisdiction is wide. | ICJSTATUTE:65
The Assembly may request an advisory opinion. | UNCHARTER:96
The Court is the principal judicial organ of the United Nations. | UNCHARTER:92
States that withdraw from the Rome Statute stay bound for a year. | ROME:127
UNCLOS is long. Annex III, article 4, paragraph 4, of the Convention binds. |
Article 139 and Annex III, article 4, of UNCLOS bind. | UNCLOS:139
UNCLOS is long. Under article 22 of Annex III to the Convention it pays. |
Annex III, article 4, paragraph 4, binds under UNCLOS. |
Article Two of the Outer Space Treaty binds. | OST:II
The Outer Space Treaty is old. Article Two binds. | OST:II
The Outer Space Treaty is old. Art. two of the Treaty binds. | OST:II
The Outer Space Treaty is old. The first rule is in article two of the Treaty. | OST:II
The Moon Agreement is old. Article Eleven binds. | MOON:11
The Outer Space Treaty is old. He wrote article two weeks ago. |
The prohibition of appropriation binds all. | OST:II
The UN Charter is old. It binds all. It is good. We read it. So we do. The proposed Article 3 is new. |
The UN Charter is old. It binds all. It is good. We read it. So we do. We rest. According to Article 3 it is so. |
The UN Charter is old. Article 1 of the 1981 proposal is new. |
The UN Charter is old. The Paris Convention came in 1919. It was short. Article 2 was clear. |
The Outer Space Treaty is old. It binds. We read it. So we do. We go on. We rest. Then comes Article VI. | OST:VI
The Outer Space Treaty is old. Article VI of the SADIS Agreement is not. |
The Outer Space Treaty is old. The Remote Sensing Principles are newer. Then comes Article IV. | OST:IV
Appropriation is prohibited by Article II and VI of the Outer Space Treaty. | OST:II OST:VI
The Outer Space Treaty is old. Article II and 40 States say so. | OST:II
We accept the compulsory jurisdiction of the Court. We ask others to do the same. | ICJSTATUTE:36 ICJSTATUTE:36
We accept the compulsory jurisdiction of the Court. It is right. We ask others to do the same. | ICJSTATUTE:36
We accept the compulsory jurisdiction of the Court. In doing so, we serve peace. | ICJSTATUTE:36
Malta has recognized its compulsory jurisdiction. | ICJSTATUTE:36
The Outer Space Treaty is old. The INTELSAT Agreement, Article III(d), forbids military use. |
The Charter of the United Nations is old. The Convention, Article 3(3), asks for peaceful use. |
The Vienna Convention on the Law of Treaties is old. Article 3(3) of the Convention asks for peaceful use. |
The Outer Space Treaty is old. The Inmarsat Convention is newer. Article IV limits its use. |
Article I OST frees use. Article I of the 1959 Antarctic Treaty is strict. It is so in Article I. | OST:I AT:I AT:I
The VCLT is old. Article I of the Principles Treaty and the terms of Article 2 bind. | OST:I OST:II
The Liability Convention imposes absolute liability. | LIAB:II
The Liability Convention asks for fault-based liability in space. | LIAB:III
The Registration Convention binds, and States must register space objects. | REG:II
The Moon Agreement and UNCLOS speak of the common heritage of mankind. | MOON:11 UNCLOS:136
The Liability Convention is old. States bear absolute liability. | LIAB:II
The Liability Convention is old. States bear absolute liability. These rules grew fast. | LIAB:II
The Liability Convention is old. States bear absolute liability. This rule grew fast. | LIAB:II LIAB:II
The Liability Convention is old. The Chicago Convention is older. There is absolute liability. |
UNCLOS is silent. The Moon Agreement speaks of the common heritage of mankind. | MOON:11
Article VI of the Outer Space Treaty speaks of due regard. | OST:VI
The Outer Space Treaty is old. The barrister is under absolute liability. |
The International Criminal Court is built on complementarity. | ROME:17
Article II(2) of the Registration Convention meets Article VIII OST, Article II(2) aside. | REG:II(2) OST:VIII REG:II(2)
Owing to Article VIII of the Outer Space Treaty, Article II(2) binds. | OST:VIII
Owing to Article VIII of the Outer Space Treaty, Article VI binds. | OST:VIII OST:VI
""".strip().splitlines()


def mentions(text: str) -> list[Mention]:
    document = plain_document(text)
    return list(resolve_mentions(Mined(document, sentences=find_sentences(document)))[0])


def halves(line: str) -> tuple[str, list[str]]:
    text, _, expected = line.partition(" |")
    return text, [each.replace("_", " ") for each in expected.split()]


@pytest.mark.parametrize("marked", EXPLICIT)
def test_a_reference_with_its_instrument_beside_it_is_linked(marked: str) -> None:
    text, ((label, words),) = unmarked(marked)
    found = [(str(each.provision), each.span.of(text)) for each in mentions(text) if each.provision.path]
    assert found == [(label.replace("_", " "), words)]


@pytest.mark.parametrize("line", NAMES)
def test_a_name_denotes_its_instrument_and_no_part_of_a_longer_name_does(line: str) -> None:
    text, codes = halves(line)
    assert [str(each.provision) for each in mentions(text) if not each.provision.path] == codes


@pytest.mark.parametrize("line", ANTECEDENTS)
def test_what_points_back_finds_its_antecedent_and_nothing_else_is_linked(line: str) -> None:
    text, expected = halves(line)
    assert [str(each.provision) for each in mentions(text) if each.provision.path] == expected


def test_an_article_that_a_spoiled_word_parts_from_its_instrument_is_of_no_other() -> None:
    text = (
        "Article VI of the Outer Space Treaty asks for supervision. Article VII of fbc Moon Agreement protects nature."
    )
    assert [str(each.provision) for each in mentions(text) if each.provision.path] == ["OST:VI"]


def test_a_phrase_in_the_title_of_an_instrument_denotes_no_article() -> None:
    text = "The Outer Space Treaty came first, then a Regional Agreement on the Rescue of Astronauts from the Sea."
    assert [str(each.provision) for each in mentions(text)] == ["OST"]


@pytest.mark.parametrize(
    ("law", "found"),
    [("international law, including the Outer Space Treaty", False), ("the Outer Space Treaty", True)],
)
def test_a_phrase_is_not_of_an_instrument_that_another_only_refers_to(law: str, found: bool) -> None:
    text = f"Nobody is freed whose acts break {law}. Think of a satellite with weapons of mass destruction."
    assert ("OST:IV" in [str(each.provision) for each in mentions(text)]) is found


def test_an_article_behind_id_is_of_the_instrument_cited_right_before() -> None:
    text = "Article IV of the Registration Convention asks for data. Liability Convention, art. III. Id. at art. IV."
    assert [str(each.provision) for each in mentions(text) if each.provision.path] == ["REG:IV", "LIAB:III", "LIAB:IV"]


def test_an_instrument_that_counts_in_figures_has_its_own_article_11() -> None:
    """However often Article II of another treaty is spoken of, whose strokes a scan might show as "11"."""
    often = "Article II of the Outer Space Treaty forbids appropriation. " * 6
    text = often + "The Moon Agreement goes further: its Article 11(3) denies property."
    assert [str(each.provision) for each in mentions(text) if each.provision.path][-1] == "MOON:11(3)"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Article 7 of the Moon Agreement goes further. It obliges States to keep the balance.", ["MOON:7"]),
        ("The Liability Convention serves all. It secures payment. It also covers aircraft.", ["LIAB", "LIAB"]),
        ("The Liability Convention serves all. It does not cover loss of face.", ["LIAB"]),
        ("The Liability Convention serves all. It does not follow that aid is owed.", []),
        ("Belgium signed the Liability Convention. It requires a licence.", []),
        ("The Liability Convention serves all. Belgium signed. It requires a licence.", []),
    ],
)
def test_it_goes_on_with_the_law_that_is_the_subject_of_the_sentence_before(text: str, meant: list[str]) -> None:
    found = [str(each.provision) for each in mentions(text) if each.span.of(text) == "It"]
    assert found == meant
