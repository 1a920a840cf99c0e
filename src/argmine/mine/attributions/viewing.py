"""Views without a verb of saying, and views of nobody in particular.

According to Ruritania, …              phrase, source, content behind the comma
In Halvorsen's view …                  source in the genitive, content: the sentence
Halvorsen's argument that …            the noun says that it is one
It is the position of Ruritania that …
The note of the French delegate states that …
It has been argued that …              no source: the cue is the source too
One might object that …
The prevailing view is that …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from argmine.knowledge.lexicon import overruling, reporting
from argmine.mine.attributions.saying import BETWEEN, SHORT, verbs
from argmine.mine.attributions.sources import CAP, OFFICE, VIEW_MEANT, agent, any_of, groups, made, paper, source
from argmine.types import Attribution, Span

_LINKS = r"(?:of|the|and|&|for|on|in|de|la|du|des|van|von|der|den|al|bin)"
_OWNER = (
    r"(?:(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|the\s+(?:signatories|drafters|critics|authors|parties)(?=['’]))['’]?"
    rf"|(?P<source>{OFFICE}(?=['’])|(?:[Tt]he\s+)?{CAP}\.?(?:\s+(?:{_LINKS}\s+){{0,2}}{CAP}\.?){{0,4}})['’]s?)"
)
_VIEW = (
    r"(?:view|opinion|reading|judgment|judgement|understanding|submission|interpretation|estimation|eyes|words|account|"
    r"analysis|assessment|contention)s?"
)
_THESIS = (
    r"(?:argument|claim|contention|assertion|submission|thesis|theory|objection|suggestion|conclusion|position|view|opinion|"
    r"statement|belief|concern|fear|complaint|criticism|idea|reading|interpretation|assumption|conviction|proposition|stance|understanding)"
)
_PAPER = (
    r"(?:opinion|report|memorandum|letter|note|statement|study|comment|commentary|brief|submission|paper|article|book|judgment|"
    r"award|dissent|declaration|proposal|working\s+paper|press\s+release)s?"
)
# "according to the report of the Secretary-General": its words are those of who wrote it
_REPORT_OF = rf"(?:the|an?|its|his|her)\s(?:[\w-]+\s){{0,2}}{_PAPER}\s(?:of|by)\s(?=(?:[Tt]he\s)?[A-Z])"
_AGAINST = (
    r"(?:argument|criticism|objection|complaint|charge)(?:\sraised)?\s"
    r"(?:against|to|of|about|by|made|in\sfavou?r\sof|for)"
)
_WORRIES = r"concerns?|fears?|worr(?:y|ies)|doubts|school\sof\sthought|claims|suggestions|calls"
_ARGUMENT = r"(?:argument|contention|objection|submission|allegation|criticism|assertion|point)"
_WRITINGS = r"(?:doctrine|literature|comment(?:ary)?|writings?|scholarship|article|study|book|monograph|opinion)"
_BEING = r"(?:is|was|has\s+been|remains|seems\s+to\s+be|appears\s+to\s+be|holds|goes|runs)"
_SPACE = re.compile(r"\s*")
IS_THESIS = re.compile(rf"{_THESIS}s?\Z")


def by_phrase(text: str, sentence: Span) -> Iterator[Attribution]:
    """ "According to Belgium, the rule is old", "the rule is old, according to Belgium"."""
    if match := _phrase_pattern().search(text, sentence.start, sentence.end):
        yield made(text, match, _beside(sentence, match))


def by_genitive(text: str, sentence: Span) -> Iterator[Attribution]:
    """ "In Halvorsen's view the rule is old", "the rule, in its opinion, is old"."""
    if match := _genitive_pattern().search(text, sentence.start, sentence.end):
        is_first = match.start() <= sentence.start + 3
        is_last = not is_first and sentence.end - match.end() <= SHORT
        content = (match.end() if is_first else sentence.start, match.start() if is_last else sentence.end)
        yield made(text, match, Span(*content))


def by_thesis(text: str, sentence: Span) -> Iterator[Attribution]:
    """ "Halvorsen's argument that", "it is the position of Belgium that", "the report of the Committee states that"."""
    for pattern in (_thesis_pattern(), _possessed_pattern(), _paper_pattern(), _document_pattern(), _quoting_pattern()):
        if match := pattern.search(text, sentence.start, sentence.end):
            yield made(text, match, Span(match.end(), sentence.end))


def by_nobody(text: str, sentence: Span) -> Iterator[Attribution]:
    """ "It has been argued that", "the prevailing view is that"."""
    if match := _impersonal_pattern().search(text, sentence.start, sentence.end):
        cue = Span(*match.span("cue"))
        yield Attribution(cue, cue, Span(match.end(), sentence.end))
    if match := _objecting_pattern().search(text, sentence.start, sentence.end):
        cue, behind = Span(*match.span("cue")), _SPACE.match(text, sentence.end)
        is_refuted = behind is not None and overruling().match(text, behind.end()) is not None
        if match["objecting"] or is_refuted:
            yield Attribution(cue, cue, Span(match.end(), sentence.end))


def _beside(sentence: Span, match: re.Match[str]) -> Span:
    """What stands behind a phrase, or before one that ends its sentence, or all around one in its midst."""
    if sentence.end - match.end() <= SHORT:
        return Span(sentence.start, match.start())
    return Span(match.end(), sentence.end)


@cache
def _phrase_pattern() -> re.Pattern[str]:
    phrases = any_of(reporting()["phrases"]["phrases"])
    joined = any_of(reporting()["impersonal"]["connectives"])
    return re.compile(
        rf"(?<!\w)(?P<cue>(?i:{phrases}|according,?\s(?:{joined}),?\sto))\s+(?:{_REPORT_OF})?(?P<source>him|her|them|(?:some|many|others)(?=,)|{VIEW_MEANT}|{source()})(?P<pronoun>)"
        r"(?:,\s(?:who|which|whose)\s[^.;:“”]{1,100}?,|\s*,|\s*:|\s+that\b|(?=[.;)])|\s*\Z|(?=\s(?:the|an?|this|there|it|such)\s))"
    )


@cache
def _genitive_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:[Ii]n|[Oo]n|[Tt]o)\s+{_OWNER}\s+(?:own\s+|considered\s+)?(?P<cue>{_VIEW})\b,?")


@cache
def _thesis_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){_OWNER}\s+(?:[\w-]+\s+){{0,2}}(?P<cue>{_THESIS}s?)(?:\sof\s\w+)?"
        r"(?:,\s[^,.;:“”]{1,60},)?\s+(?:(?:is|was|remains)\s+)?that\b"
    )


@cache
def _possessed_pattern() -> re.Pattern[str]:
    """ "It is the view of Belgium that", "the argument made by some delegations is that"."""
    put = any_of(reporting()["takes"]["by"])
    return re.compile(
        rf"(?<!\w)[Tt]he\s+(?:\w+\s+)?(?P<cue>{_THESIS})s?\s+(?:of|(?:{put})\s+by)\s+"
        rf"{agent()},?\s+(?:(?:is|was|has\s+been|remains)\s+)?that\b"
    )


@cache
def _paper_pattern() -> re.Pattern[str]:
    """ "The legal opinion submitted by the Department of State stated that": its words are those of who wrote it."""
    return re.compile(
        rf"(?<!\w)(?:[Tt]he|[Aa]n?|[Ii]ts|[Aa]nother)\s+(?:[\w-]+\s+){{0,2}}{_PAPER}\s+(?:of|by|from|(?:\w+\s+){{1,2}}by)\s+"
        rf"{agent()}(?:\s(?:(?!\bit\s(?:is|was)\b)[^.;:“”]){{1,90}}?)?\s+(?P<cue>{verbs()})"
        r"(?:\s+(?:\w+ly\s+)?that\b|\s*:|\s*,?\s*(?=[“\"]))"
    )


@cache
def _quoting_pattern() -> re.Pattern[str]:
    """ "This is clear from the judgment of the Court in Lantern: “…”": the quotation is the Court's."""
    return re.compile(
        rf"(?<!\w)(?i:the|an?|its|this|another|in)\s+(?:[\w-]+\s+){{0,2}}(?P<cue>(?i:{_PAPER}))\s+(?:of|by)\s+{agent()}"
        r"(?:,?\s(?!\b(?:that|which|who|as)\b)[^.;:“”]{1,90}?)?\s*:\s*(?=[“\"])"
    )


@cache
def _document_pattern() -> re.Pattern[str]:
    """ "The Columbia report concluded that": a document that speaks for who wrote it."""
    return re.compile(
        rf"(?<!\w)(?P<source>{paper()})(?P<pronoun>)"
        rf"(?:\s(?:of|on|by|for|from)\s[^.;:“”,]{{1,90}}?)?{BETWEEN}(?P<cue>{verbs()})"
        r"(?:\s+(?:\w+ly\s+)?that\b|\s*:|\s*,?\s*(?=[“\"]))"
    )


@cache
def _impersonal_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<cue>{'|'.join((*_said_by_nobody(), *_held_by_nobody(), *_put_by_nobody()))})\b,?", re.IGNORECASE
    )


@cache
def _objecting_pattern() -> re.Pattern[str]:
    """ "One might object that", and "it may be argued that", by which an author also says what he thinks himself."""
    who, might = r"(?:one|it|someone|somebody|an\sobjector)", r"(?:may|might|could|can|will|would)"
    said = (
        r"(?:argue|contend|claim|reply|suggest|maintain|suppose)d?|say|think|said|thought|replied|maintained|suggested"
    )
    return re.compile(
        rf"(?<!\w)(?P<cue>{who}\s{might}\s(?:(?:\w+ly|well|also|still|now|perhaps|of\scourse)\s){{0,3}}"
        rf"(?:be\s)?(?:(?P<objecting>object(?:ed)?|protest(?:ed)?)|(?:be\stempted\sto\s)?(?:{said})))\s+that\b,?",
        re.IGNORECASE,
    )


def _said_by_nobody() -> tuple[str, ...]:
    forms = reporting()["impersonal"]
    adverb = rf"(?:{any_of(forms['adverbs'])})\s+"
    open_to_all = rf"(?:{any_of([each for each in forms['adverbs'] if each not in forms['modest']])})\s+"
    recognised = any_of(forms["recognising"])
    also = rf"(?:(?:\w+ly|{any_of([*forms['adverbs'], *forms['connectives']])}),?\s+)"
    where = r"(?:\s+(?:in|by|among|within|before|from|during|at|on)\s[\w\s-]{1,70}?)?"
    said = rf"(?:{any_of(forms['participles'])})(?:,\s\w+,)?{where}(?:,\s\w+,)?\s+that"
    who = rf"(?:those|some|many|several|others|{groups()})"
    return (
        rf"it\s+has,?\s+{also}*been,?\s+{also}?{said}",
        rf"it\s+was,?\s+{also}?{said}",
        rf"it\s+is\s+(?:{open_to_all}(?:{said})|{adverb}(?:{recognised}){where}\s+that)",
        r"(?:we\s+have\s+heard\s+)it\s+said\s+that",
        r"it\s+is\s+said,\s\w+,\s+that",
        rf"there\s+(?:are|were|have been)\s+(?:also\s+)?{who}\s+who\s+(?:have\s+)?(?:{verbs()})"
        r"(?=\s+(?:that|it|the|this)\b)",
        rf"there\s+(?:are|were|have been)\s+(?:also\s+)?{who}\s+who\s+"
        r"(?:would\s+like|seek|want|wish|prefer|would\s+prefer)\s+to"
        r"(?=\s+(?:define|interpret|read|construe|extend|limit|apply|restrict|treat|see|regard|include|exclude)\b)",
        rf"(?:{any_of(forms['pronouns'])})\s+(?:have\s+|would\s+|may\s+|might\s+)?(?:\w+ly\s+)?(?:{verbs()})\s+that",
        any_of(forms["openings"]),
    )


def _held_by_nobody() -> tuple[str, ...]:
    """Views, fears and agreement that are said to be there."""
    views = reporting()["views"]
    noun, held = any_of(views["nouns"]), any_of(views["adjectives"])
    agreed = any_of(views["agreed"])
    return (
        rf"the\s+(?:{held})\s+(?:\w+\s+)?(?:{noun})(?:\s+(?:in|among|of|on)\s[^,.;:]{{1,50}}?)?,?\s+{_BEING},?\s+that",
        r"(?:one|another|a\s+(?:common|further|frequent|related|recurring)|the\s+(?:usual|standard|opposing|contrary))\s+"
        rf"(?:{noun}|concern|fear|worry)(?:\s(?:of|to|against|about|with|for|in\sfavou?r\sof|(?:raised|made)\sby)\s[^,.;:“”]{{1,60}}?)?\s+{_BEING}\s+that",
        r"the\s+(?:fear|worry|suspicion|charge|complaint)\s+(?:is|was)\s+that",
        rf"there\s+(?:is|was|seems\s+to\s+be|appears\s+to\s+be)\s+(?:a\s+)?(?:{agreed})\s+(?:agreement|consensus|acceptance|recognition|"
        r"support|view|understanding)(?:\s+(?:among|in|within|between)\s[^,.;:]{1,60}?)?\s+(?:that|on\s+the\s+fact\s+that)",
        r"there\s+(?:is|was|were|has\s+been)\s+(?:an?|the|also\s+an?|an?\s+opposing)\s+(?:view|opinion|argument|suggestion)\s+(?:expressed\s+|held\s+|voiced\s+)?that",
    )


def _put_by_nobody() -> tuple[str, ...]:
    """Arguments, objections and worries that are said to be there."""
    said = any_of(reporting()["impersonal"]["participles"])
    return (
        r"the\s+argument\s+(?:goes|runs|continues)(?:(?=,)|\s+that|\s+as\s+follows)",
        rf"{_ARGUMENT}s?\s+{_BEING}\s+to\s+the\s+effect\s+that",
        rf"{_ARGUMENT}s?\s+(?:raised|made|advanced|put\s+forward|presented|invoked)\s[^,.;:“”]{{1,80}}?\s{_BEING}\s+that",
        rf"{_ARGUMENT}s\s+(?:are|were|have\s+been|had\s+been)\s+(?:raised|made|advanced|put\s+forward|presented|invoked|found)"
        r"(?:\s[^,.;:“”]{1,60})?(?=:)",
        rf"(?:examples?|instances?)\s+(?:include|are|of\sthis\sare)\s+(?:the\s+following\s+)?{_ARGUMENT}s(?=:)",
        rf"the\s+(?:most\s+)?(?:usual|common|frequent|familiar|standard|main|principal|chief|obvious)\s+(?:{_AGAINST})\s+[^,.;:“”]{{1,60}}?\s"
        rf"{_BEING}\s+that",
        rf"there\s+(?:is|was|are|were|has\s+been|have\s+been)\s+(?:an?\s+|also\s+|the\s+|some\s+|\w+ing\s+){{0,3}}(?:{_WORRIES})\s+"
        r"(?:(?:among|in|within)\s[^,.;:“”]{1,50}?\s)?that",
        rf"(?:{_WORRIES}|arguments?|claims?|objections?|questions?|suggestions?|proposals?)\s+(?:has|have|had)\s+(?:also\s+)?been\s+"
        r"(?:raised|voiced|expressed|advanced|made|put\s+forward)(?:\s+(?:in|by|among|within)\s[\w\s-]{1,60}?)?\s+"
        r"(?:that|as\s+to\s+whether|about|whether)",
        rf"as\s+(?:(?:has\s+been|was|is)\s+)?(?:\w+ly\s+)?(?:{said})\s+in\s+"
        rf"(?!this\b|the\s+present\b|my\b|our\b)(?:[\w-]+\s+){{0,4}}{_WRITINGS}(?=,)",
        rf"as\s+(?:has|had)\s+(?:often\s+|long\s+|also\s+)?been\s+(?:{said})",
    )
