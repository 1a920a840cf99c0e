"""The actors of one document: who speaks in it, whom it cites, which States and bodies it names."""

from __future__ import annotations

import re
from collections.abc import Collection

from argmine.resolve.holders.actors import holder_of, institution, joint, person, state
from argmine.resolve.holders.bodies import GENERIC, Bodies, written_out
from argmine.resolve.holders.envoys import Envoys
from argmine.resolve.holders.names import agrees, slug
from argmine.resolve.holders.persons import TITLE, Persons
from argmine.resolve.holders.proceedings import deciding_court, litigants, only_state, own_court
from argmine.resolve.holders.registered import known
from argmine.resolve.holders.speeches import represented
from argmine.types import AUTHOR, UNKNOWN_SPEAKER, Document, Holder, HolderType, Span, Speech

_SUBMITTED = re.compile(
    r"\b(?i:submitted|presented|prepared|transmitted|sponsored|circulated)\s+(?:jointly\s+)?by\s+(?:the\s+)?"
    r"(?:(?:delegations?|Governments?|Permanent Missions?|representatives?)\s+of\s+(?:the\s+)?)?"
    r"(?P<name>[A-Z][^.;:()\[\]\n]{2,120})"
)
_RESOLVING = re.compile(
    r"The\s(?P<organ>General\sAssembly|Security\sCouncil|Economic\sand\sSocial\sCouncil),"
    r"(?:\s*\Z|\s+(?=[A-Z]\w+(?:ing|ed)\b))"
)
_LONGEST_MASTHEAD = 200
_HEAD = 12  # blocks in which a masthead stands
_GOVERNED = re.compile(
    r"\b(?:[Gg]overnment|[Dd]elegation|[Rr]epresentative|Republic|Kingdom|State) of (?:the )?"
    r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
# "In sum, Judge Lachs considered …", "By implication O'Connell has …"
_SUBJECT = re.compile(
    rf"(?:\A|(?<=[.?!”\"\d,]\s)(?<!Mr\.\s)(?<!Ms\.\s)(?<!Dr\.\s)(?<!Mrs\.\s)(?<!Prof\.\s)|(?<=\n)|\bwhile\s|\b[Aa]lthough\s|\bimplication\s)"
    rf"(?P<name>(?:(?P<title>{TITLE})\s+(?:(?:von|van|der|den|de|la|du|di|del)\s+){{0,2}})?(?:[A-Z][\w.’'-]*\s+(?:(?:von|van|der|den|de|la|du|di|del)\s+){{0,2}}){{0,3}}"
    r"[A-Z][\w’'-]+)"
    r"(?=,?\s+(?:[a-z]+ing|who|whose|as|in|on|has|had|is|was|did|does|then|also|[a-z]+ly|[a-z]{3,}(?:ed|es|s|t)|[a-z]+(?:ew|id|ld|ote|oke|ook|ade))\b)"
)
# "In 1958 the special rapporteur was Gerald Halvorsen."
_WAS = re.compile(
    rf"\b(?:was|is)\s(?P<name>(?:(?P<title>{TITLE})\s+)?(?:[A-Z][\w.’'-]*\s+){{0,3}}[A-Z][\w’'-]*[a-z])(?=\.\s)"
)
# "Gray writes of zones:", "As Gray puts it,", "the Soviet author Rybakov has this to say:"
_WRITER = re.compile(
    r"(?:\A|\b[Aa]s\s|(?<=,\s)|\b[Tt]he\s(?:[A-Z]\w+\s)?(?:author|scholar|jurist|writer|lawyer|commentator|expert)\s)"
    r"(?P<name>(?:[A-Z]\.\s?){0,3}(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+)\s(?:\w+ly\s|has\s|had\s|also\s|further\s){0,2}"
    r"(?:writes?|wrote|written|says?|said|puts?|put|comments?|commented|remarks?|remarked|observes?|observed|concludes?|concluded|"
    r"states?|stated|adds?|added|explains?|explained|notes?|noted|argues?|argued|continues?|continued|this\sto\ssay)\b"
)
# "In Halvorsen the Supreme Court held": a case before the court
_IN_A_CASE = re.compile(r"\A(?!The\b)[A-Z][\w’'-]+\s(?=the\s(?:[A-Z]\w+\s){0,2}(?:Court|Tribunal|Chamber)\Z)")
_TITLED = re.compile(rf"\b{TITLE}\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}?[A-Z][\w-]*[a-z](?=\W)(?!\s[A-Z])")
_CAPITALS = re.compile(r"[A-Z][\w’'-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]+)*")
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|Von)[A-Z][a-z]{2,}[A-Z]\w*")  # no person is called "SpaceX"
_FIRM = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),?\s(?:Corp(?:oration)?|Inc|Ltd|Limited|Company|Industries|plc|LLC|GmbH)\b"
)
_SENTENCE_BREAK = re.compile(r"[a-z\d”\"’)][.?!][”\"’)]*\d{0,3}\s+(?=[A-Z“\"])")
# "The two Sections recommended": no name of a person is counted
_COUNTED = re.compile(r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Bb]oth|[Tt]hese|[Tt]hose|[Ss]everal|[Aa]ll)\s\Z")
_BODIES = re.compile(
    r"\b(?:Sections|Committees|Commissions|Chambers|Divisions|Councils|Departments|Panels|Boards|Houses)\Z"
)
_GROUP = re.compile(
    r"\bGroup\sof\s(?:\d+|[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){0,4})|\b(?!The\b)(?:[A-Z]\w+\s){1,3}Group\b"
)
_PEOPLE: tuple[HolderType, ...] = ("scholar",)
_SURNAME = re.compile(r"(?:[\w’'.-]+\s+)*(?P<surname>[\w’'-]{3,})")


class Cast:
    """Whom the words of a document mean where they name an actor."""

    def __init__(self, document: Document, authors: Collection[str] = ()) -> None:
        self._document = document
        self._speakers = {holder.name: holder for holder in map(self._voice, document.speeches)}
        self._scholars = _by_surname(authors)
        named = {match["name"] for match in _GOVERNED.finditer(document.text)} | litigants(document)
        self._states = named - set(self._scholars)
        self._court = deciding_court(document)
        self._submitting = own_court(document) or _submitting(document)
        self.party = only_state(document)
        self._bodies = Bodies(document)
        self.envoys = Envoys(document)
        self._persons = Persons(document.text, self._scholars)
        self._firms = {match["name"] for match in _FIRM.finditer(document.text)}

    def speaking(self, offset: int) -> Holder:
        """Whose own words stand at `offset`: those for whom he speaks, the submitting State's, the author's."""
        speech = self._document.speech_at(offset)
        if speech is None:
            return self._submitting
        return represented(self._document.text, speech, offset) or self._voice(speech)

    def _voice(self, speech: Speech) -> Holder:
        """Who speaks: for a State or an organ in a record, for himself elsewhere."""
        if speech.speaker == UNKNOWN_SPEAKER:
            return Holder(UNKNOWN_SPEAKER, "scholar", f"unknown@{self._document.id}")
        if self._document.metadata.genre == "record" or (speech.affiliation and known(speech.affiliation)):
            return _affiliated(speech)
        return person(speech.speaker) or Holder(speech.speaker, "scholar", f"scholar:{slug(speech.speaker)}")

    def spokesman(self, offset: int) -> Holder | None:
        """The State that speaks at `offset` for others."""
        speech = self._document.speech_at(offset)
        if speech is None or represented(self._document.text, speech, offset) is None:
            return None
        return _affiliated(speech)

    def sender(self, pronoun: Span) -> Holder | None:
        """Whose "its representative" is: the one State that the sentence before names."""
        block = self._document.block_at(pronoun.start)
        start = self._document.blocks[block].span.start if block is not None else pronoun.start
        sentences = re.split(r"[.?!]\s+(?=[A-Z]|\Z)", self._document.text[start : pronoun.start])
        before = " ".join(sentences[-2:-1])
        named = {holder for match in _CAPITALS.finditer(before) if (holder := known(match.group())) is not None}
        found = [holder for holder in named if holder.type == "state"]
        return found[0] if len(found) == 1 else None

    def known(self, words: str, offset: int) -> Holder | None:
        """The actor that `words` name, if the document or the registry establishes that there is one."""
        words = written_out(words)
        if words in ("Group", "the Group", "The Group") and (group := self._group(offset)):
            return group
        generic = GENERIC.fullmatch(words)
        if generic:
            return self._body(generic["noun"].casefold(), words, offset)
        named = holder_of(words)
        if named is None or named.name in self._speakers:
            return named and self._speakers[named.name]
        if named.type != "scholar":
            return self._bodies.same(named)
        return state(named.name) if named.name in self._states else self._scholar(named)

    def _scholar(self, named: Holder) -> Holder | None:
        """The scholar whom the document cites, under his fuller name."""
        if all(part in self._scholars for part in named.name.split(" and ")):
            return named if " and " in named.name else person(self._scholars[named.name])
        surname = _SURNAME.fullmatch(re.sub(r"\s+et\s+al\.$", "", named.name))
        full = self._scholars.get(surname["surname"]) if surname else None
        if full is None or not (agrees(named.name, full) or agrees(full, named.name)):
            return None
        return named if " and " in named.name or agrees(full, named.name) else person(full)

    def named(self, words: str, offset: int) -> Holder | None:
        """The actor that the subject of a verb of saying names; something must show that a scholar's name is one."""
        words = _IN_A_CASE.sub("", words)
        found = self.known(words, offset) or holder_of(written_out(words))
        if found is None or found.type != "scholar":
            return found
        if found.name in self._firms or _CAMEL.fullmatch(found.name):
            return Holder(found.name, "organ", f"organ:{slug(found.name)}")
        if _COUNTED.search(self._document.text, max(offset - 12, 0), offset):
            return self._party(f"the {words}", "organ") if _BODIES.search(words) else None
        if self._persons.is_party(found.name):
            return self._party(found.name, "group")
        return found if self._persons.shown(words, found.name) else None

    def _party(self, name: str, kind: HolderType) -> Holder:
        """Somebody of whom only this document knows more than the name."""
        return Holder(name, kind, f"{kind}:{slug(name)}@{self._document.id}")

    def _group(self, offset: int) -> Holder | None:
        """ "The Group": the one for which a delegate speaks, else the one named last before."""
        speaking = self.speaking(offset)
        if speaking.type == "group":
            return speaking
        named = [match.group() for match in _GROUP.finditer(self._document.text, 0, offset)]
        return known(named[-1]) or self._party(named[-1], "group") if named else None

    def subject_before(self, pronoun: Span, types: Collection[HolderType] = _PEOPLE) -> tuple[int, Holder] | None:
        """The person last named in the paragraph as the subject of a sentence, with the place."""
        block = self._document.block_at(pronoun.start)
        line = self._document.text.rfind("\n", 0, pronoun.start) + 1
        start = self._document.blocks[block].span.start if block is not None else line
        for match in reversed(self._subjects(start, pronoun.start)):
            holder = self.named(" ".join(match["name"].split()), match.start())
            if holder is not None and holder.type in types:
                return match.start("name"), holder
        return self._only_person(start, pronoun.start) if types is _PEOPLE else None

    def _subjects(self, start: int, end: int) -> list[re.Match[str]]:
        found = (match for pattern in (_SUBJECT, _WAS) for match in pattern.finditer(self._document.text, start, end))
        return sorted(found, key=lambda match: match.start("name"))

    def carried(self, pronoun: Span) -> Holder | None:
        """Whom "he" means that opens a paragraph: who is the subject of the sentence before the quotation before it, or
        of the last sentence of the paragraph before, or the one person of whom this speaks."""
        text, blocks = self._document.text, self._document.blocks
        own = self._document.block_at(pronoun.start)
        if own is None or _SENTENCE_BREAK.search(text, blocks[own].span.start, pronoun.end):
            return None
        lead = own - 1
        while lead >= 0 and blocks[lead].kind == "quotation":
            lead -= 1
        if lead < 0 or blocks[lead].kind not in ("paragraph", "list_item"):
            return None
        within = blocks[lead].span
        breaks = [match.end() for match in _SENTENCE_BREAK.finditer(text, within.start, within.end)]
        last = self._people(breaks[-1] if breaks else within.start, within.end)
        if lead < own - 1:
            return last[-1] if last else None
        everybody = set(last[-1:] or self._people(within.start, within.end))
        return everybody.pop() if len(everybody) == 1 else None

    def _people(self, start: int, end: int) -> list[Holder]:
        """Those who are subjects of sentences there, in their order."""
        named = (self.named(" ".join(match["name"].split()), match.start()) for match in self._subjects(start, end))
        return [holder for holder in named if holder is not None and holder.type in _PEOPLE]

    def _only_person(self, start: int, end: int) -> tuple[int, Holder] | None:
        """The one person with a title in the sentence before: "the suggestion of Judge Ago. He held …"."""
        sentences = re.split(r"(?<=[a-z]{2}[.?!])\s+(?=[A-Z])", self._document.text[start:end])
        if len(sentences) < 2:
            return None
        named = {self.named(" ".join(match.group().split()), start) for match in _TITLED.finditer(sentences[-2])}
        people = [holder for holder in named if holder is not None and holder.type == "scholar"]
        return (start, people[0]) if len(people) == 1 else None

    def introduced(self, span: Span) -> Holder | None:
        """Whose words a sentence introduces: a State by its delegate or draft, a person by title or as subject."""
        if (sent := self.envoys.within(span)) is not None:
            return sent
        words = span.of(self._document.text)
        titled = {self.named(" ".join(match.group().split()), span.start) for match in _TITLED.finditer(words)}
        people = [holder for holder in titled if holder is not None and holder.type == "scholar"]
        if len(people) == 1:
            return people[0]
        writer = _WRITER.search(words)
        holder = self.named(writer["name"], span.start) if writer else None
        return holder if holder is not None and holder.type == "scholar" else None

    def is_scholar(self, surname: str) -> bool:
        """Whether the document cites somebody of that name."""
        return surname in self._scholars

    def _body(self, noun: str, words: str, offset: int) -> Holder:
        """ "the Court": the one named last before; a court that is never named is this document's own."""
        if self._court and noun in self._court.name.casefold().split() and words.rsplit(maxsplit=1)[-1][0].isupper():
            return self._court
        return self._bodies.meant(noun, words, offset)


def _affiliated(speech: Speech) -> Holder:
    if speech.affiliation is None:
        return known(speech.speaker) or Holder(speech.speaker, "organ", f"organ:{slug(speech.speaker)}")
    return known(speech.affiliation) or institution(speech.affiliation) or state(speech.affiliation)


def _submitting(document: Document) -> Holder:
    """Who submits a document of the UN, as its masthead says; the author for all others."""
    if (organ := _resolving(document)) is not None:
        return organ
    if document.metadata.genre != "un_document":
        return AUTHOR
    for block in document.blocks[:_HEAD]:
        words = block.span.of(document.text)
        match = _SUBMITTED.search(words) if len(words) <= _LONGEST_MASTHEAD else None
        if match:
            name = " ".join(match["name"].split()).strip(" *†,")
            return known(name) or joint(name) or institution(name) or state(name)
    return AUTHOR


def _resolving(document: Document) -> Holder | None:
    """The organ whose resolution a document is: "The General Assembly," stands alone before what it recalls."""
    for block in document.blocks[:_HEAD]:
        match = _RESOLVING.match(block.span.of(document.text))
        if match:
            return known(" ".join(match["organ"].split()))
    return None


def _by_surname(authors: Collection[str]) -> dict[str, str]:
    """Surname to name, of those who alone bear it; the longest of the names under which one is cited."""
    found: dict[str, set[str]] = {}
    for author in authors:
        match = _SURNAME.fullmatch(" ".join(author.split()))
        if match and person(author) is not None:
            found.setdefault(match["surname"], set()).add(" ".join(author.split()))
    return {surname: max(names, key=len) for surname, names in found.items() if len({n[0] for n in names}) == 1}
