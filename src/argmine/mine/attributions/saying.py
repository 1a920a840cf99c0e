"""Verbs of saying and their subjects, wherever they stand to what is said.

Halvorsen argues that …                 subject, verb, content behind "that", ":" or a quotation mark
Halvorsen, whom all cite, wrote in 1998 that …
The tribunal dismissed it, holding that …
Halvorsen told the Committee that …
Insurance underwriters argue that …     any plural, where the verb is one of people only
…, as Halvorsen notes.                  an aside; the content is the sentence around it
As Halvorsen notes, …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import re2

from argmine.knowledge.lexicon import reporting
from argmine.mine.attributions.sources import ENVOY, NAME, any_of, envoys, groups, made, people, source
from argmine.mine.attributions.supposed import says_nothing
from argmine.types import Attribution, Span

SHORT = 15
"""Characters that are no content of their own."""
# "Judge Xue, in her dissent, has rightly" held; "Freedonia, which was heard as a friend," took the position
ASIDE = r"(?:,\s(?!and\b|but\b|or\b)(?:(?:Mr|Mrs|Ms|Dr|Prof)\.\s)?[^,.;:“”]{1,110},)"
_ADVERBS = (
    r"(?:(?:\w+ly|also|further|thus|once|even|still|often|however|therefore|then|first|himself|herself|itself|has|have|had|"
    r"was|were|would|indeed|does|did|do|long|nevertheless|alone|again|both|all|too|sometimes|may|might|could)\s+){0,4}"
    r"(?:(?:go(?:es)?|went|gone)\s+(?:on|so\s+far\s+as|as\s+far\s+as)\s+to\s+|"
    r"(?:seem|appear|tend|continue|come|came|incline|wish|want|like)(?:s|ed)?\s+(?:\w+ly\s+)?to\s+|"
    r"(?:had|has|have|felt\s+bound|(?:was|were|is|are)\s+(?:forced|obliged|compelled|prepared|ready|inclined|quick))\s+to\s+)?"
)
BETWEEN = rf"{ASIDE}?,?\s+{_ADVERBS}"
_LEAD = r"(?:[A-Z]\w+,\s+|(?:In|On|At|During|With|By|For|After)\s[^.;:“”,]{1,60},\s+)?"
_CIRCUMSTANCE = (
    r"(?:,?\s+(?:in|with|at|on|as|by|before|during|for|to|when|while|under|after|twenty|ten|many|some|here|upon)"
    r"\s[^.;:“”,]{1,140}?,?)?"
)


def _opens(ahead: str) -> str:
    """How content opens behind its verb; `ahead` is how the pattern looks at its first words: "(?=", "(?:"."""
    return (
        rf"(?:{_CIRCUMSTANCE}(?:,\s\w+(?:ing\s[^,.;:“”]{{1,80}})?,)?,?\s+(?:(?:\w+ly|also|further|again|too|instead|rather|both)\s+)?"
        r"(?:(?:to\s+the\s+effect|the\s+fact|the\s+possibility)\s+)?that\b"
        rf"|\s\w+ly,\s{ahead}[“\"])"
        rf"|\s+{ahead}(?:there|it|this|the\s[\w-]+(?:\s[\w-]+){{0,2}})"
        r"\s(?:is|was|has|had|does|did|cannot|could|must|should|would|will)\b)"
        rf"|\s*[:,]\s*{ahead}[“\"‘])|\s*:|\s+{ahead}[“\"]))"
    )


# "The Tribunal in M/V “Lantern” (No. 2) held": marks and stops of the name of a case
_IN_CASE = r"(?:(?<=[Cc]ourt)|(?<=[Tt]ribunal)|(?<=[Cc]hamber)),?\sin\s(?:[^.;:\n]|(?<=\bv)\.|(?<=\bNo)\.){2,90}?,?\s"
_OPENS = _opens("(?=")
_EFFECT = r"to\s+the\s+effect|on\s+the\s+grounds?"
# "the Preamble stipulates that the Parties recognise …": nobody's reading
_OF_THE_LAW = re.compile(r"\b(?:stipulat|provid|declar|stat|requir|say|lay|recogni|affirm)\w*\s+(?:down\s+)?that\s*\Z")
# "in Bangui, Bambari and Alindao, and believe that": an object is nobody who says something
_OBJECT = re.compile(
    r"\b(?:in|at|between|with|to|under|against|through|into|about|upon|than|towards?)\s+(?:[Tt]he\s+)?(?:\d+(?:st|nd|rd|th)\s(?:and\s)?)*(?:[A-Z]\w+,\s)*\Z"
)
# "The practice of states … has led to the rule that": what is of them
_OF = re.compile(r"\bof\s(?:the\s)?\Z")
# "in Halvorsen the Court held": a case, and the court behind it
_IN_A_CASE = re.compile(r"(?!The\b)[A-Z][\w’'-]+\sthe\s(?:[A-Z]\w+\s){0,2}(?:Court|Tribunal|Chamber)\Z")
# "the Special Rapporteur on the Right to Food of the Commission on Human Rights": no part of a longer name
_INSIDE_NAME = re.compile(r"\b[A-Z]\w+\s(?:to|on|for)\s(?:the\s)?\Z")
# "Although it was the opinion of Belgium, it is well established that"
_IT_IS = re.compile(r"\b[Ii]t\s(?:is|was|has\sbeen)\s")
_MAY = re.compile(r"(?:States|Parties|Members)\s(?:may|might|can|could|should|must)\s")
_SUBJECTS = ("he", "she", "they")
# "Similarly, in Halvorsen the Court held": nobody's name
_CONNECTIVE = (
    r"(?:(?!Italy\b)[A-Z]\w+ly|However|Moreover|Furthermore|Thus|Hence|Indeed|Again|Instead|Nevertheless|Nonetheless|Yet|Also|Here|"
    r"Rather|First|Second|Third|Likewise|Therefore|Still)"
)
# "Thirdly, it was contended that", in whatever pattern
_CONNECTING = re.compile(rf"{_CONNECTIVE},\s")
_DEMONSTRATIVES = ("This", "That", "These", "Those", "It")
_ARTICLES = ("The", "A", "An", "This", "That")
# "Should the Council consider that": a condition or a question, nobody's view
_IF = re.compile(
    r"(?:(?:Should|Unless|Had|Were|Would|Could|Does|Did|Shall)\s|(?:May|Might|Can|Must|Will|Do)\s(?:the|a|any)\s)"
)
_IF_BEFORE = re.compile(r"(?:\A|[.;]\s)(?:Should|Unless|Had|Were|Would|Could|Does|Did|Shall)\s\Z")
_NOT_ALL = re.compile(r"\b[Nn]ot?\s+(?:all\s+|every\s+|many\s+)?\Z")


# "as the court states, that is, of the sea"
_THAT_IS = re.compile(r",\sthat\s(?:is|was)\b")


def by_verb(text: str, sentence: Span) -> Iterator[Attribution]:
    """Subject, verb, content: the nearest kind of subject that fits."""
    for match in _candidates(text, sentence):
        if not _is_noun(text, match) and not _OF_THE_LAW.search(text, sentence.start, match.start()):
            yield made(text, match, Span(match.end(), sentence.end))
            return


def _candidates(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    start, end = sentence.start, sentence.end
    found = [pattern.search(text, start, end) for pattern in _called_for(text[start:end])]
    found += [
        _far_pattern().match(text, start, end),
        _far_behind_comma().search(text, start, end),
        _participle_pattern().match(text, start, end),
        _people_pattern().match(text, start, end),
        _glued_pattern().match(text, start, end),
    ]
    yield from sorted(
        (match for match in found if match), key=lambda match: (match.start("cue"), _is_in_aside(text, match))
    )


def _called_for(words: str) -> list[re.Pattern[str]]:
    """Those of the slow patterns, which try every subject, whose verb stands in the sentence at all."""
    slow = (_verb_pattern(), _telling_pattern(), _effect_pattern())
    return [slow[index] for index in sorted(_cues().Match(words.encode("utf-8", "replace")) or ())]


@cache
def _cues() -> Any:
    """What `_verb_pattern`, `_telling_pattern` and `_effect_pattern` need, without the subject before it."""
    cues = re2.Set.SearchSet(re2.Options())
    cues.Add(rf"(?:{verbs()}){_opens('(?:')}")
    cues.Add(rf"(?:{any_of(reporting()['tellers']['forms'])})\s+[^,.;:“”]{{2,60}}?\s+that\b")
    cues.Add(rf"\s(?:{_EFFECT})\s+that\b")
    cues.Compile()
    return cues


def _is_in_aside(text: str, match: re.Match[str]) -> bool:
    """ "Belgium, with the consent of all countries, stated that": the countries do not."""
    behind = text[match.end("source") : match.start("cue")]
    return behind.startswith(",") and match["source"].split()[-1].islower()


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """ "Developing states in particular fear that": States, not somebody who states; "not all economists": nobody."""
    before = text[max(match.start("source") - 60, 0) : match.start("source")]
    if (
        _CONNECTING.match(text, match.start("source"))
        or _MAY.match(text, match.start("source"))
        or _IF.match(match["source"])
        or _IF_BEFORE.search(before)
        or match["source"] in _ARTICLES
        or (match["source"] not in _SUBJECTS and _OBJECT.search(before) and not _IN_A_CASE.match(match["source"]))
        or _INSIDE_NAME.search(before)
        or _IT_IS.search(text, match.end("source"), match.start("cue"))
        or (match["source"][:1].islower() and _OF.search(before))
        or _NOT_ALL.search(text, max(match.start() - 12, 0), match.start())
        or _disagrees(match)
        or says_nothing(text, match)
        or _THAT_IS.match(text, match.end() - len(", that"))
    ):
        return True
    return match["cue"] == "states" and not text[match.end("cue") :].lstrip(", ").startswith(("that", ":", "“"))


def _disagrees(match: re.Match[str]) -> bool:
    """ "Georgia, being among the States that did so, believes that": not the States."""
    return match["cue"] in _third_persons() and _many().match(match["source"]) is not None


def by_aside(text: str, sentence: Span) -> Iterator[Attribution]:
    """What is said around the words that say who said it."""
    if match := _behind_quotation().search(text, sentence.start, sentence.end):
        yield replace(made(text, match, Span(sentence.start, match.start("cue"))), quoted=True)
    if opening := _opening_pattern().match(text, sentence.start, sentence.end):
        yield made(text, opening, Span(opening.end(), sentence.end))
    match = _aside_pattern().search(text, sentence.start, sentence.end)
    # "Further, these States establish, operate or plan": no more than a connective stands before it
    before = text[sentence.start : match.start()] if match else ""
    if match and (" " in before or before in _DEMONSTRATIVES):
        is_last = sentence.end - match.end() < SHORT
        yield made(text, match, Span(sentence.start, match.start() if is_last else sentence.end))


@cache
def _third_persons() -> frozenset[str]:
    return frozenset(verb[1] for forms in reporting()["verbs"].values() for verb in forms)


@cache
def _many() -> re.Pattern[str]:
    return re.compile(rf"(?!.*\b[Uu]nited\s){groups()}(?<=s)(?=\Z|\s)")


@cache
def verbs() -> str:
    """A pattern for verbs of saying in the forms that a subject may have."""
    said = any_of([form for forms in reporting()["verbs"].values() for verb in forms for form in verb[:4]])
    expressing = reporting()["expressing"]
    put, view = any_of(expressing["verbs"]), any_of(expressing["nouns"])
    return rf"{said}|(?:{put})\s+(?:the|an?|its|his|her|their|this)\s+(?:[\w-]+\s+)?(?:{view})"


@cache
def _verb_pattern() -> re.Pattern[str]:
    coordinated = r"(?:[^,.;:“”]{1,90}\s+and\s+(?:\w+ly\s+)?)?"
    return re.compile(
        rf"(?<![\w’'-])(?<![Nn]o )(?<![Nn]ot )(?!{_CONNECTIVE},)(?P<source>{source()})(?P<pronoun>)"
        rf"(?:,?\s(?:in|on|at|during|as)\s[^,.;:“”]{{1,120}}?\s{_ADVERBS}|{_IN_CASE}|\s(?:has|have|had){ASIDE}\s{_ADVERBS}|,\s+whose\s[\w\s]{{1,40}}?\s+|,?\s+who\s+{_ADVERBS}|{BETWEEN}{coordinated}|{ASIDE}?\s[^,.;:“”]{{1,90}},\s+and\s+(?:\w+ly\s+)?)"
        rf"(?P<cue>{verbs()}){_OPENS}"
    )


def _far() -> str:
    subject = rf"(?P<source>{envoys()}|{groups()}|{NAME})(?P<pronoun>)"
    return rf"{subject},\s(?!and\b|or\b|but\b)[^.;:“”]{{1,420}},\s{_ADVERBS}(?P<cue>{verbs()}){_OPENS}"


@cache
def _far_pattern() -> re.Pattern[str]:
    """A subject with more than one aside behind it, at the beginning of a sentence."""
    return re.compile(_far())


@cache
def _far_behind_comma() -> re.Pattern[str]:
    return re.compile(rf"(?<=,\s){_far()}")


@cache
def _telling_pattern() -> re.Pattern[str]:
    """ "Halvorsen told the Committee that"."""
    tellers = any_of(reporting()["tellers"]["forms"])
    return re.compile(
        rf"(?<![\w’'-])(?P<source>{source()})(?P<pronoun>){BETWEEN}(?P<cue>{tellers})\s+[^,.;:“”]{{2,60}}?\s+that\b"
    )


@cache
def _effect_pattern() -> re.Pattern[str]:
    """ "Halvorsen signed a note to the effect that", "rejected it on the ground that": whatever the verb is."""
    return re.compile(
        rf"(?<![\w’'-])(?P<source>{source()})(?P<pronoun>){BETWEEN}(?P<cue>[a-z]+)\s[^,.;:“”]{{2,120}}?\s(?:{_EFFECT})\s+that\b"
    )


@cache
def _participle_pattern() -> re.Pattern[str]:
    """ "The tribunal dismissed the claim, holding that", "when it held that": the subject of the sentence says it."""
    saying = any_of([verb[4] for forms in reporting()["verbs"].values() for verb in forms])
    return re.compile(
        rf"{_LEAD}(?P<source>{source()})(?P<pronoun>)(?!\s{ENVOY}\b){ASIDE}?\s[^.;:“”]{{3,160}}?,?\s"
        rf"(?:\w+ly\s)?(?P<cue>{saying}|when\s(?:it|he|she|they)\s{_ADVERBS}(?:{verbs()}))"
        r"(?:\s+(?:\w+ly\s+)?that\b|\s*:|\s*,\s*(?=[“\"]))"
    )


@cache
def _people_pattern() -> re.Pattern[str]:
    """ "Insurance underwriters have argued that", at the beginning of a sentence."""
    human = any_of([form for forms in reporting()["human"]["verbs"] for form in forms])
    return re.compile(rf"{_LEAD}(?P<source>{people()})(?P<pronoun>)\s+{_ADVERBS}(?P<cue>{human})\s+(?:\w+ly\s+)?that\b")


@cache
def _glued_pattern() -> re.Pattern[str]:
    """ "M.G. Halvorsenbelieves that": a scan has lost the space; initials show that a name stands there."""
    third = any_of([verb[1] for forms in reporting()["verbs"].values() for verb in forms if " " not in verb[1]])
    return re.compile(rf"(?P<source>(?:[A-Z]\.\s?){{1,4}}[A-Z][a-z]{{2,20}}?)(?P<pronoun>)(?P<cue>{third})\s+that\b")


@cache
def _aside_pattern() -> re.Pattern[str]:
    """At the end of a sentence ("…, as Halvorsen notes."), or between commas in its midst ("…, she argues, …")."""
    return re.compile(
        rf"[,—–”\"]\s*(?:as\s+)?(?P<source>{source()})(?P<pronoun>){BETWEEN}(?P<cue>{verbs()})"
        r"(?=[.,;][”\"]?\s*$|\.[”\"]?$|,\s(?!(?:on|in|at|with|by|for|to|as|inter|under|during|through)\b))"
    )


@cache
def _behind_quotation() -> re.Pattern[str]:
    """ "“The sea is free,” explained the lawyer."."""
    past = any_of([form for forms in reporting()["verbs"].values() for verb in forms for form in (verb[1], verb[2])])
    return re.compile(
        rf"(?<=[,?!][”\"])\s+(?P<cue>{past})\s+(?P<source>{groups()}|{NAME})(?P<pronoun>)(?=[.,;:]|\s(?:in|of|to|at|when|who)\b|\Z)"
    )


@cache
def _opening_pattern() -> re.Pattern[str]:
    """ "As Halvorsen notes, the rule is old"."""
    return re.compile(
        rf"As\s+(?P<source>some|many|others|several|{source()})(?P<pronoun>){BETWEEN}(?P<cue>{verbs()})(?:{_CIRCUMSTANCE}),\s"
    )
